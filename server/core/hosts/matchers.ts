/** Finds matchers of hooks that match no tool, or every tool, although a writer meant some. */
import { presentName } from './effectiveTools';
import type { Format } from './host';
import { lookup } from './lookup';
import { baseName, classifyTool } from './toolName';

/** What is wrong with a matcher. */
export interface MatcherFault {
  /** What it matches: `all` tools or nearly so although some were meant, none, or `some`, where one of its names matches none. */
  readonly matches: 'all' | 'none' | 'some';
  /** The name that matches no tool, where others do. */
  readonly part?: string;
  /** As the end of a sentence. */
  readonly why: string;
  /** The matcher that was meant. */
  readonly meant?: string;
}

/** Longer matchers are not judged. UTF-16 code units. */
const MAX_LENGTH = 200;

/**
 * The fault of a matcher that is compared with tool names; undefined when it matches a tool or when that is not known. An empty
 * matcher and the wildcard match every tool, words with `|` or commas between them match these names, and anything else is a
 * regular expression that may match a part of a name.
 */
export function matcherFault(matcher: string, format: Format): MatcherFault | undefined {
  if (matcher === '' || matcher === format.wildcard || matcher.length > MAX_LENGTH) return undefined;
  const listed = namesIn(matcher, format);
  if (/^[\w |,-]+$/.test(matcher)) return faultOfNames(partsOf(matcher), listed, format);
  const meant = listed === undefined ? {} : { meant: listed.join('|') };
  const expression = compiled(matcher);
  if (expression === undefined) return never('it is not a valid regular expression', meant);
  if (/^\[[^\]]*\]$/.test(matcher) && listed !== undefined)
    return {
      matches: 'all',
      why: 'in a regular expression, brackets mean any one of the characters in them',
      ...meant,
    };
  const rule = permissionRule(matcher, format);
  if (rule !== undefined)
    return {
      ...(rule.part === matcher ? { matches: 'none' } : { matches: 'some', part: rule.part }),
      why: 'it is a permission rule, and matchers take no arguments',
      meant: matcher.replace(rule.part, rule.tool),
    };
  // Which tools servers have is not known.
  if (!isQuick(matcher) || matcher.includes(format.mcp.prefix.replace(/_+$/, ''))) return undefined;
  const former = Object.keys(format.retired).filter((name) => presentName(name, format) !== undefined);
  if ([...Object.keys(format.tools), ...former].some((name) => expression.test(name))) return undefined;
  const base = baseName(matcher);
  return never(
    'no tool has a name that it matches',
    lookup(format.tools, base) === undefined ? meant : { meant: base },
  );
}

const never = (why: string, meant: { readonly meant?: string }): MatcherFault => ({ matches: 'none', why, ...meant });

/** The names between `|` and commas. Only spaces around them do not count. */
const partsOf = (matcher: string): readonly string[] =>
  matcher
    .split(/[|,]/)
    .map((part) => part.replace(/^ +| +$/g, ''))
    .filter((part) => part !== '');

/** @param listed The tools that the whole matcher lists, also with spaces between them. */
function faultOfNames(
  names: readonly string[],
  listed: readonly string[] | undefined,
  format: Format,
): MatcherFault | undefined {
  if (names.length === 0) return never('it contains no name', {});
  if (names.every((name) => name.includes(' ')))
    return never('spaces do not separate names', listed === undefined ? {} : { meant: listed.join('|') });
  const judged = names.map((name) => ({ name, found: nameFault(name, format) }));
  const wrong = judged.filter(({ found }) => found !== undefined);
  // A list often keeps an old name beside the new one, which does no harm.
  const misspelled = wrong.find(({ found }) => found?.isMisspelled === true);
  const first = misspelled ?? (wrong.length === judged.length ? wrong[0] : undefined);
  if (first?.found === undefined) return undefined;
  const instead = judged.map(({ name, found }) => found?.meant ?? name);
  return {
    ...(wrong.length === judged.length ? { matches: 'none' } : { matches: 'some', part: first.name }),
    why: first.found.why,
    ...(judged.some(({ found }) => found?.meant !== undefined) ? { meant: [...new Set(instead)].join('|') } : {}),
  };
}

interface NameFault {
  readonly why: string;
  readonly isMisspelled: boolean;
  readonly meant?: string;
}

function nameFault(name: string, format: Format): NameFault | undefined {
  const found = classifyTool(name, format);
  switch (found.kind) {
    case 'tool':
      if (found.tool.offByDefault !== undefined) return { why: 'the tool is off by default', isMisspelled: false };
      return found.tool.subagents === 'never'
        ? { why: 'subagents never get this tool', isMisspelled: false }
        : undefined;
    case 'mcp':
      return format.mcp.isTool?.(name.replace(/_+$/, '')) !== false
        ? undefined
        : {
            why: 'it is the name of a server, and the names of its tools are longer',
            isMisspelled: true,
            meant: `${name.replace(/_+$/, '')}__.*`,
          };
    case 'case':
      return { why: 'names must match exactly, including case', isMisspelled: true, meant: found.meant };
    case 'retired': {
      if (presentName(name, format) !== undefined) return undefined;
      const { replacement, when } = found.retired;
      return { why: when, isMisspelled: false, ...(replacement === undefined ? {} : { meant: replacement }) };
    }
    default:
      return undefined;
  }
}

/** The tools that a text lists with commas, spaces or brackets; undefined when it contains anything else. */
function namesIn(text: string, format: Format): readonly string[] | undefined {
  const words = text.split(/[\s,|[\]()"']+/).filter((word) => word !== '');
  return words.length > 0 && words.every((word) => lookup(format.tools, word) !== undefined) ? words : undefined;
}

function compiled(matcher: string): RegExp | undefined {
  try {
    return new RegExp(matcher);
  } catch {
    return undefined;
  }
}

/** Whether the expression can be tried on names without a risk: no repetition but a few of `.*`, and no look-around. */
const isQuick = (matcher: string): boolean =>
  !/[*+?{\\]/.test(matcher.replace(/\.[*+]/g, '')) && (matcher.match(/\.[*+]/g) ?? []).length <= 2;

/** The first alternative that is a permission rule such as `Tool(argument)`, not a group of a regular expression. */
function permissionRule(matcher: string, format: Format): { readonly part: string; readonly tool: string } | undefined {
  for (const part of matcher.split('|').slice(0, 20)) {
    const name = baseName(part);
    const argument = part.slice(name.length + 1);
    if (lookup(format.tools, name.trim()) !== undefined && /^\*|[ :/]/.test(argument))
      return { part, tool: name.trim() };
  }
  return undefined;
}
