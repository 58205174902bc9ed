/** Every kind of body section, in the usual order. */

import { answerSections } from './catalogueAnswer';
import { closingSections } from './catalogueClosing';
import { knowledgeSections } from './catalogueKnowledge';
import { qualitySections } from './catalogueQuality';
import { resourceSections } from './catalogueResources';
import { reviewSections } from './catalogueReview';
import { scopeSections } from './catalogueScope';
import { standardsSections } from './catalogueStandards';
import { workSections } from './catalogueWork';
import type { SectionKind } from './section';

export const catalogue: readonly SectionKind[] = [
  ...scopeSections,
  ...knowledgeSections,
  ...standardsSections,
  ...workSections,
  ...answerSections,
  ...qualitySections,
  ...reviewSections,
  ...resourceSections,
  ...closingSections,
];
