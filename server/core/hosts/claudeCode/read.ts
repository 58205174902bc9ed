/** How Claude Code reads a header: its own idea of where the block ends, YAML, and one attempt at repair when that fails. */
import { excess } from '../../syntax/frontMatter/guard';
import { readYaml } from '../../syntax/frontMatter/yaml';
import type { AgentFile, Entry } from '../../syntax/tree';

/** What the program makes of the block between the dashes. */
export type HostReading =
  | { readonly kind: 'unseen' } // it sees no header
  | { readonly kind: 'unread' } // beyond our own bounds: what the program makes of it is not known
  | { readonly kind: 'broken' } // no YAML, not even after the repair
  | { readonly kind: 'not-a-mapping'; readonly repaired: boolean }
  | { readonly kind: 'read'; readonly repaired: boolean; readonly yaml: string; readonly entries: readonly Entry[] };

/**
 * Reads the header as Claude Code 2.1.330 does. Spans of the entries refer to `yaml`: the header's text, or what the
 * repair made of it.
 */
export function readAsClaudeCode(file: AgentFile): HostReading {
  const { frontMatter, source } = file;
  if (frontMatter?.hostCloser === undefined || frontMatter.language !== '' || file.problems.some(isOutOfSight))
    return { kind: 'unseen' };
  const block = source.text.slice(frontMatter.content.start, frontMatter.hostCloser.start);
  if (excess(block) !== undefined) return { kind: 'unread' };
  const first = parse(block);
  if (first !== undefined) return { ...first, repaired: false };
  const repaired = repair(block);
  if (excess(repaired) !== undefined) return { kind: 'unread' };
  const second = parse(repaired);
  return second === undefined ? { kind: 'broken' } : { ...second, repaired: true };
}

const isOutOfSight = ({ code }: AgentFile['problems'][number]): boolean =>
  code === 'frontmatter-byte-order-mark' || code === 'frontmatter-line-ends';

type Parsed =
  | { readonly kind: 'not-a-mapping' }
  | { readonly kind: 'read'; readonly yaml: string; readonly entries: readonly Entry[] };

function parse(yaml: string): Parsed | undefined {
  const { entries, problems, dangling } = readYaml(yaml, { start: 0, end: yaml.length });
  if (dangling.length > 0 || problems.some((problem) => problem.code === 'yaml')) return undefined;
  return problems.length > 0 ? { kind: 'not-a-mapping' } : { kind: 'read', yaml, entries: merged(entries) };
}

/** The entries with those of a YAML 1.1 merge key (`<<: {…}`) before them, so that a key of the map itself comes last and wins. */
const merged = (entries: readonly Entry[]): readonly Entry[] => [
  ...entries.flatMap(({ key, value }) => (key === '<<' && value.kind === 'mapping' ? value.entries : [])),
  ...entries,
];

/**
 * What the program tries after a failure: values of top-level lines that hold a character with a meaning in YAML are put in
 * double quotes whole (a flow list that is sound by itself stays one), and each leading tab becomes two blanks. Lines that
 * end in CRLF stay as they are.
 */
function repair(block: string): string {
  return block
    .split('\n')
    .map((line) => repairLine(leadingTabs(line)))
    .join('\n');
}

function leadingTabs(line: string): string {
  let tabs = 0;
  while (line.charCodeAt(tabs) === 0x09) tabs++;
  return '  '.repeat(tabs) + line.slice(tabs);
}

function repairLine(line: string): string {
  const colon = line.indexOf(':');
  if (colon < 1 || hasOtherBreak(line) || !isPlainKey(line.slice(0, colon))) return line;
  let start = colon + 1;
  while (start < line.length && (line[start] === ' ' || line[start] === '\t')) start++;
  const value = line.slice(start);
  if (value === '' || start === colon + 1 || isQuoted(value) || !needsQuotes(value) || isFlowList(value)) return line;
  return `${line.slice(0, start)}"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** The program's own pattern takes a line only when no character in it ends a line for JavaScript. */
const hasOtherBreak = (line: string): boolean =>
  line.includes('\r') || line.includes('\u2028') || line.includes('\u2029');

function isFlowList(value: string): boolean {
  if (!value.startsWith('[') || excess(value) !== undefined) return false;
  const { problems, dangling } = readYaml(value, { start: 0, end: value.length });
  // A text that is a list and nothing else is YAML, but no map.
  return dangling.length === 0 && problems.length === 1 && problems[0]?.code === 'yaml-not-a-mapping';
}

const isPlainKey = (key: string): boolean => /^[a-zA-Z_-]+$/.test(key);

const isQuoted = (value: string): boolean =>
  (value.startsWith('"') && value.endsWith('"')) || (value.startsWith("'") && value.endsWith("'"));

const needsQuotes = (value: string): boolean => /[{}[\]*&#!|>%@`]/.test(value) || value.includes(': ');
