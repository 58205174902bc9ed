/** How much Claude Code tells its model of skills and commands, and which settings change that. */
import { readJson } from '../../text/json';
import { isRecord } from '../../text/records';
import type { Listing } from '../told';
import { observed } from './evidence';

/**
 * As recorded: with 30 skills of 1,000 characters and 13 built-in ones, the debug log names a budget of 30,000 characters, and 7 of
 * the 30 were listed without their descriptions. The number is 1 % of the context window.
 */
export const claudeCodeListing: Listing = { maxCharacters: 30_000, evidence: observed };

/** UTF-16 units of one skill that are listed, as recorded: its description with `when_to_use`. */
export const MAX_LISTED = 1536;

/** Keys of settings that change the budget, the length of each text, or which skills are listed. */
const KEYS = ['skillListingBudgetFraction', 'skillListingMaxDescChars', 'maxSkillDescriptionChars', 'skillOverrides'];

/** The environment variable that sets the budget, which settings may contain. */
const VARIABLE = 'SLASH_COMMAND_TOOL_CHAR_BUDGET';

/**
 * Whether a file of settings may change what is listed: also one that cannot be read, and one that denies the tool for skills, without
 * which nothing is listed.
 */
export function changesListing(text: string): boolean {
  const read = readJson(text);
  if (read.kind === 'error') return true;
  const settings = read.value;
  if (!isRecord(settings)) return false;
  const { env, permissions } = settings;
  const denied: unknown = isRecord(permissions) ? permissions['deny'] : undefined;
  return (
    KEYS.some((key) => Object.hasOwn(settings, key)) ||
    (isRecord(env) && Object.hasOwn(env, VARIABLE)) ||
    (Array.isArray(denied) && denied.some((rule) => typeof rule === 'string' && /^Skill\b/.test(rule)))
  );
}
