/** Writes one example of a rule for its page: the marked text, the messages, and the corrected text. */
import {
  agentOfExample,
  hosts,
  type LintFinding,
  lint,
  othersOfExample,
  parseSettings,
  type rules,
  type Settings,
  workspaceOfExample,
} from '../../../core/index';

export type Rule = (typeof rules)[number];
export type Example = Rule['bad'][number];

/** The text without the lines of carets that mark where findings are expected. */
export function unmarked(text: string): string {
  const lines = text.split(/(?<=\n|\r(?!\n))/);
  return lines.filter((line) => !/^ *\^+ [a-z][a-z-]*\s*$/.test(line)).join('');
}

/**
 * The settings under which an example is linted.
 * @param levels of rules, by id
 */
export const settingsOf = (
  { sections, reportKeys: keys, tokens, suppressions, isForEveryHost }: Example,
  levels: Readonly<Record<string, string>> = {},
): Settings =>
  parseSettings({
    rules: levels,
    hosts: isForEveryHost === true ? hosts.map(({ id }) => id) : [],
    sections,
    report: { keys },
    tokens,
    suppressions,
  });

/** What the rule reports in the example. */
export function findingsIn(rule: Rule, example: Example): readonly LintFinding[] {
  const text = unmarked(example.text);
  const agent = agentOfExample(example, text);
  return lint(agent, {
    rules: [rule],
    others: othersOfExample(example, text, agent),
    settings: settingsOf(example),
    workspace: workspaceOfExample(example, text),
  }).findings;
}

/** A bad example as Markdown. */
export function badExample(rule: Rule, example: Example): string {
  const said = findingsIn(rule, example).map(
    ({ severity, message, fixes = [] }) => `- ${severity}: ${message}${fixes.map(fixLine).join('')}`,
  );
  const after = example.fixed === undefined ? [] : ['Corrected:', fenced(example.fixed)];
  return [...heading(example), fenced(example.text), said.join('\n'), ...after].join('\n\n');
}

/** A good example as Markdown. */
export const goodExample = (example: Example): string => [...heading(example), fenced(example.text)].join('\n\n');

const fixLine = ({ title, safe }: NonNullable<LintFinding['fixes']>[number]): string =>
  `\n  - Fix: ${title}${safe ? ' (safe: also on save and with “fix all”)' : ''}`;

const heading = ({
  path,
  on = {},
  sections,
  reportKeys: keys,
  tokens,
  suppressions,
  absent = [],
  others = {},
  manifest,
  maxBytes,
  warnsAbove,
  listsAtMost,
  readsUpTo,
}: Example): readonly string[] => [
  ...Object.values(on).map(({ says }) => `For a host that then ${says}:`),
  ...Object.entries({ sections, report: keys && { keys }, tokens, suppressions }).flatMap(([name, value]) =>
    value === undefined ? [] : [`With the setting \`"${name}": ${JSON.stringify(value)}\`:`],
  ),
  ...Object.entries(others).map(([file, text]) => `Beside \`${file}\`:\n\n${fenced(text)}`),
  ...(path === undefined ? [] : [`As \`${path}\`:`]),
  ...(maxBytes === undefined ? [] : [`For a host that reads files of up to ${maxBytes} bytes:`]),
  ...(warnsAbove === undefined ? [] : [`For a host that warns above ${warnsAbove} tokens:`]),
  ...(listsAtMost === undefined
    ? []
    : [`For a host that tells its model at most ${listsAtMost} characters of all skills:`]),
  ...(readsUpTo === undefined ? [] : [`For a host that stops reading at \`${readsUpTo}\`:`]),
  ...(manifest === undefined ? [] : [`With the manifest \`${manifest}\`:`]),
  ...(absent.length === 0 ? [] : [`Where these files do not exist: ${absent.map((file) => `\`${file}\``).join(', ')}`]),
];

/** A code block whose fences are longer than any run of backticks in the text. */
function fenced(text: string): string {
  let fence = '```';
  while (text.includes(fence)) fence += '`';
  return `${fence}text\n${visible(text)}${text.endsWith('\n') ? '' : '\n'}${fence}`;
}

/** Shows a carriage return as a visible character, without moving columns. */
const visible = (text: string): string => text.replaceAll('\r\n', '\u240d\n').replaceAll('\r', '\u240d\n');
