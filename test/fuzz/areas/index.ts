/** Every area of the fuzz, in the order of the report. */
import type { Area } from '../area';
import { fixes } from './fixes';
import { body, frontMatter, requests } from './texts';

export const areas: readonly Area[] = [frontMatter, body, requests, fixes];
