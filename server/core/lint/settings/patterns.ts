/** What settings with patterns for files share: the schema, and how a list of them is read. */
import { faultOfPattern, MAX_PATTERN, MAX_PATTERNS } from '../../workspace/patterns';
import { type Flaw, type Parsed, wholly } from './setting';

const patternSchema = {
  type: 'string',
  minLength: 1,
  maxLength: MAX_PATTERN,
  description:
    'A pattern for files below the folder of the configuration file: `*` any characters of a name, `**` any folders, `?` one character, `{a,b}` alternatives. Without `/` it matches in every folder. A folder stands for everything in it. `!` before a pattern takes files out again.',
} as const;

/** The same as the name of a key. */
export const patternNames = { minLength: 1, maxLength: MAX_PATTERN } as const;

export const patternsSchema = { type: 'array', maxItems: MAX_PATTERNS, items: patternSchema } as const;

const noPatterns: readonly string[] = [];

/** Whether the schema accepts a pattern. */
export const isOfSchemaLength = (pattern: unknown): boolean =>
  typeof pattern === 'string' && pattern !== '' && pattern.length <= MAX_PATTERN;

/** Reads a list of patterns, without those that are refused. */
export function parsePatterns(value: unknown): Parsed<readonly string[]> {
  if (!Array.isArray(value)) return { value: noPatterns, flaws: wholly('must be an array of patterns for files') };
  const flaws: Flaw[] = [];
  const patterns: string[] = [];
  for (const [i, one] of value.slice(0, MAX_PATTERNS).entries()) {
    const fault = typeof one === 'string' ? faultOfPattern(one) : 'must contain only texts';
    if (fault === undefined) patterns.push(one);
    else flaws.push({ says: fault, at: [i], isBeyondSchema: isOfSchemaLength(one) });
  }
  if (value.length > MAX_PATTERNS)
    flaws.push({ says: `must contain at most ${MAX_PATTERNS} patterns`, at: [MAX_PATTERNS] });
  return { value: patterns, flaws };
}
