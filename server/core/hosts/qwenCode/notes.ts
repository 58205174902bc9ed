/** What Qwen Code does in the cases that rules report, for the pages of the rules. */
import type { RuleNote } from '../host';
import { observed } from './evidence';

const note = (says: string): RuleNote => ({ says, evidence: observed });

/** By rule id. */
export const qwenCodeNotes: Readonly<Record<string, RuleNote>> = {
};
