/** What Copilot CLI does in the cases that rules report, for the pages of the rules. */
import type { RuleNote } from '../host';

export const copilotCliNotes: Readonly<Record<string, RuleNote>> = {};
