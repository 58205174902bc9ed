/** Writes `docs/hosts.md`: what is known about each host, and where the knowledge comes from. */

import { type Format, type Host, hosts, isObserved, rules } from '../../core/index';
import { checkedTable } from './checkedTable';

/** Path from the root of the repository. */
export const HOSTS_PAGE = 'docs/hosts.md';

/** `runs of 1.2.3`, or what else was read. */
export function sourceOf({ formats, version }: Host): string {
  if (formats.some(isObserved)) return `runs of ${version}`;
  const sources = formats.flatMap(({ fields }) => Object.values(fields).map(({ evidence }) => evidence.source));
  return [...new Set(sources)].map((source) => source.charAt(0).toLowerCase() + source.slice(1)).join(', ');
}

/** The anchor of a host on the page. */
export const anchorOf = ({ name }: Host): string => name.toLowerCase().replaceAll(' ', '-');

/** What is checked is the same for all hosts, as far as each has it. */
const INTRODUCTION = `# Hosts

What Agent Authoring knows about each program that reads agent files. For every kind of file it knows the load result, the fields and
their values, what the program does with what it cannot use, and for agents the tools and models. Diagnostics, completion, hovers,
quick fixes, the line above the frontmatter, outline and \`explain\` follow from that.

*Runs* means that the program was run, and tests compare every result with the recorded runs. Where a program was not run, nothing is
claimed about whether a file loads, and no problem is more than a warning.`;

const CHECKED = `This is what works for each program. The columns from *Load result* to
*Line above the frontmatter* were tried with an agent that *New Agent…* writes.`;

/** The whole page. */
export const hostsPage = (): string =>
  `${[
    INTRODUCTION,
    CHECKED,
    checkedTable(
      (host) => `${sourceOf(host)}, ${lastChecked(host.formats)}`,
      (host) => `[${host.name}](hosts.md#${anchorOf(host)})`,
    ),
    ...hosts.map(section),
  ].join('\n\n')}\n`;

function section(host: Host): string {
  const { name, version, formats, together, notes } = host;
  const converts = formats.some(({ conversion }) => conversion !== undefined);
  const lines = [
    `## ${name}`,
    `Known from ${sourceOf(host)}, last checked on ${lastChecked(formats)}.`,
    table(formats),
    [
      `- Version described: ${version}`,
      `- Names in several files (which of two is loaded, calls, renaming): ${together === undefined ? 'no' : 'yes'}`,
      `- Agents can be converted for it: ${converts ? 'yes' : 'no'}`,
      `- A project counts as used with it when it has ${listed(host.signs ?? [])}`,
    ].join('\n'),
  ];
  const facts = factsOf(notes);
  return [...lines, ...(facts.length === 0 ? [] : [`What ${name} does with each problem:`, facts.join('\n')])].join(
    '\n\n',
  );
}

/** What the host does with the problem of each rule. Rules of which the same is known share a line. */
function factsOf(notes: Host['notes']): readonly string[] {
  const all = Object.entries(notes);
  return [...new Set(all.map(([, { says }]) => says))].map((fact) => {
    const about = all.flatMap(([id, { says }]) => (says === fact ? linkTo(id) : []));
    return `- ${about.join(', ')}: ${fact}`;
  });
}

const linkTo = (id: string): string => `[${rules.find((rule) => rule.id === id)?.title ?? id}](rules/${id}.md)`;

const table = (formats: readonly Format[]): string =>
  ['| Kind of file | Path | Fields | Tools |', '|---|---|---|---|', ...formats.map(row)].join('\n');

function row({ title, files, beside, fields, tools, kind = 'agent' }: Format): string {
  const near = beside === undefined ? '' : `, with \`${beside.file}\` beside \`${beside.folder}\``;
  const count = Object.keys(tools).length;
  return `| ${title} | ${listed(files.filter(isNew))}${near} | ${Object.keys(fields).length} | ${['manifest', 'instructions', 'settings'].includes(kind) || count === 0 ? '' : count} |`;
}

/** Globs that differ in case only are shown once. */
const isNew = (glob: string, i: number, all: readonly string[]): boolean =>
  all.findIndex((other) => other.toLowerCase() === glob.toLowerCase()) === i;

const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

const lastChecked = (formats: readonly Format[]): string =>
  formats
    .flatMap(({ fields }) => Object.values(fields).map(({ evidence: { checked } }) => checked))
    .sort()
    .at(-1) ?? '';
