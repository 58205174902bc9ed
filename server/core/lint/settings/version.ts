/** The key `version`: rules that later versions of this program have added stay off until a repository raises it. */
import { rules } from '../../rules/index';
import type { Rule } from '../../rules/rule';
import { quotedList } from '../../text/quoted';
import type { Flaw } from './setting';

/** The first version. Rules that say nothing else are as old. */
export const FIRST_VERSION = '0.1.0';

/** Three numbers with dots between them. */
const VERSION = /^(?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){2}$/;

/** JSON schema of the value. */
export const versionSchema = { type: 'string', pattern: VERSION.source } as const;

/** What is wrong with a value; undefined when nothing is. */
export function faultOfVersion(value: unknown): Omit<Flaw, 'at'> | undefined {
  if (typeof value !== 'string' || !VERSION.test(value))
    return { says: `must be a version of Agent Authoring, such as \`${FIRST_VERSION}\`` };
  return isBefore(value, FIRST_VERSION)
    ? { says: `must not be before \`${FIRST_VERSION}\`, which has the first rules`, isBeyondSchema: true }
    : undefined;
}

/** Whether one version is before another one. */
function isBefore(version: string, other: string): boolean {
  const numbers = version.split('.').map(Number);
  const others = other.split('.').map(Number);
  const at = numbers.findIndex((number, i) => number !== others[i]);
  return at >= 0 && (numbers[at] ?? 0) < (others[at] ?? 0);
}

/** The version that has added a rule. */
const sinceOf = ({ since = FIRST_VERSION }: Rule): string => since;

/** Whether a rule is newer than the version that a repository has chosen. Without one, none is. */
export const isNewerThan = (rule: Rule, version: string | undefined): boolean =>
  version !== undefined && isBefore(version, sinceOf(rule));

/** Rules that a message names. */
const SHOWN = 20;

/**
 * What a raise of the version would turn on, in Markdown.
 * @param version Valid.
 */
export function aboutVersion(version: string, some: readonly Rule[] = rules): string {
  const newer = some.filter((rule) => isNewerThan(rule, version));
  if (newer.length === 0) return 'No later version has added a rule, so every rule is on.';
  const ids = quotedList(
    newer.map(({ id }) => id),
    SHOWN,
  );
  const latest = newer.map(sinceOf).reduce((a, b) => (isBefore(a, b) ? b : a));
  const they = newer.length === 1 ? 'This rule is' : `These ${newer.length} rules are`;
  return `${they} newer and off: ${ids}. Write \`${latest}\` to turn ${newer.length === 1 ? 'it' : 'them'} on.`;
}

/** The versions that have added rules, the latest first. */
export const versionsWithRules = (some: readonly Rule[] = rules): readonly string[] =>
  [...new Set(some.map(sinceOf))].toSorted((a, b) => (isBefore(a, b) ? 1 : -1));

/** What a version can be replaced by, and how many rules that turns on: none where it is not a version, because every rule is on then. */
export interface Raise {
  readonly to: string;
  readonly count: number;
}

/** The raise of a value; undefined where every rule is on already. */
export function raiseOf(version: unknown, some: readonly Rule[] = rules): Raise | undefined {
  const [to = FIRST_VERSION] = versionsWithRules(some);
  if (typeof version !== 'string' || faultOfVersion(version) !== undefined) return { to, count: 0 };
  const count = some.filter((rule) => isNewerThan(rule, version)).length;
  return count === 0 ? undefined : { to, count };
}
