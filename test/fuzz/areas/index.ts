/** Every area of the fuzz, in the order of the report. */
import type { Area } from '../area';
import { configuration } from './configuration';
import { edits } from './edits';
import { fixes } from './fixes';
import { framing } from './framing';
import { protocol } from './protocol';
import { sizes } from './sizes';
import { body, frontMatter, requests } from './texts';

export const areas: readonly Area[] = [
  frontMatter,
  body,
  sizes,
  requests,
  edits,
  fixes,
  configuration,
  framing,
  protocol,
];
