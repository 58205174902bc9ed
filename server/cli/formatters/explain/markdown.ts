/** Writes all that each host sees of a file, as the document that editors show. Long prompts are cut: the file is at hand. */
import { whatHostSees } from '../../../core/index';
import type { ExplainFormatter } from './formatter';

/** UTF-16 units of a description or prompt that are written. */
const MOST_TEXT = 4_000;

/** One document for each file. */
export const markdown: ExplainFormatter = (explained) =>
  explained
    .filter(({ isMain }) => isMain)
    .map(({ readers, index }) => whatHostSees(readers, index, MOST_TEXT))
    .join('\n');
