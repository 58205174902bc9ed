/** Every kind of body section, in the usual order. */
import { knowledgeSections } from './catalogueKnowledge';
import { qualitySections } from './catalogueQuality';
import { scopeSections } from './catalogueScope';
import { workSections } from './catalogueWork';
import type { SectionKind } from './section';

export const catalogue: readonly SectionKind[] = [
  ...scopeSections,
  ...knowledgeSections,
  ...workSections,
  ...qualitySections,
];
