/** Shows sentences in which names are in backticks. Nothing in a name is markup. */
import { element } from '../webview/elements';

/** The sentence with each name as code. */
export const rich = (sentence: string): readonly (string | HTMLElement)[] =>
  sentence.split(/(`[^`]*`)/).map((part) => (isCode(part) ? element('code', {}, part.slice(1, -1)) : part));

/** The same where there are only letters: names are in quotation marks. */
export const plain = (sentence: string): string => sentence.replace(/`([^`]*)`/g, '“$1”');

const isCode = (part: string): boolean => part.length >= 2 && part.startsWith('`') && part.endsWith('`');

/** `1 problem`, `2 problems`. */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
