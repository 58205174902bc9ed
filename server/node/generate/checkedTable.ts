/** The table of what is checked for each host, on the page of hosts. Every cell is found out: by its tables, or by doing it on a new agent. */
import {
  type Agent,
  agentOf,
  completionAt,
  conversionTargets,
  type Format,
  fileOf,
  type Host,
  hosts,
  hoverAt,
  lensesOf,
  lint,
  newAgentFile,
  newAgentFormats,
  newAgentSnippet,
  presets,
} from '../../core/index';

/** A new agent of a host, which can be asked everything that an editor asks. */
interface Sample {
  readonly format: Format;
  readonly path: string;
  readonly text: string;
}

interface Column {
  readonly title: string;
  readonly of: (host: Host, sample: Sample | undefined) => string | number | boolean;
}

const columns: readonly Column[] = [
  { title: 'Kinds of files', of: ({ formats }) => formats.length },
  { title: 'Load result', of: onSample(({ agent }) => agent.verdict() !== undefined) },
  { title: 'Tools that an agent gets', of: onSample(({ agent }) => agent.verdict()?.tools !== undefined) },
  { title: 'Completion', of: onSample(completes) },
  { title: 'Hover', of: onSample(({ agent, at }) => hoverAt(agent, at) !== undefined) },
  { title: 'Quick fixes', of: onSample(fixes) },
  { title: 'Line above the frontmatter', of: onSample(({ agent }) => lensesOf(agent).length > 0) },
  { title: 'Names in several files', of: ({ together }) => together !== undefined },
  { title: 'Conversion to it', of: ({ id }) => Object.hasOwn(conversionTargets, id) },
  { title: 'New agent', of: (_host, sample) => sample !== undefined },
  {
    title: 'Snippet of an agent',
    of: (_host, sample) => sample !== undefined && newAgentSnippet(sample.format, sample.path) !== undefined,
  },
];

/**
 * The table, a host in each row.
 * @param sourceOf Where what is known of a host comes from.
 */
export function checkedTable(sourceOf: (host: Host) => string, nameOf: (host: Host) => string): string {
  const titles = ['Program', ...columns.map(({ title }) => title), 'Known from'];
  const rows = hosts.map((host) => {
    const sample = sampleOf(host);
    return [nameOf(host), ...columns.map(({ of }) => shown(of(host, sample))), sourceOf(host)];
  });
  return [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const shown = (value: string | number | boolean): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);

/** The first purpose for which an agent of the host can be written. */
function sampleOf({ id }: Host): Sample | undefined {
  const format = newAgentFormats.find(({ host }) => host.id === id);
  const [preset] = presets;
  if (format === undefined || preset === undefined) return undefined;
  const made = newAgentFile({ format, name: 'sample', preset, tools: undefined });
  return 'refused' in made ? undefined : { format, path: made.path, text: made.text };
}

interface Asked extends Sample {
  readonly agent: Agent;
  /** The offset of the first field. */
  readonly at: number;
}

/** Asks about the new agent of a host; no where there is none. */
function onSample(ask: (asked: Asked) => boolean): Column['of'] {
  return (_host, sample) => {
    if (sample === undefined) return false;
    const agent = agentIn(sample, sample.text);
    const [first] = agent.file.frontMatter?.entries ?? [];
    return first !== undefined && ask({ ...sample, agent, at: first.keySpan.start });
  };
}

const agentIn = ({ format, path }: Sample, text: string): Agent => agentOf(fileOf(text, format), format, path);

/** Whether fields are offered where another one can be written. */
function completes({ text, at, ...sample }: Asked): boolean {
  const changed = `${text.slice(0, at)}\n${text.slice(at)}`;
  return completionAt(agentIn({ ...sample, text }, changed), at).length > 0;
}

/** Whether a misspelled field can be corrected. */
function fixes({ text, ...sample }: Asked): boolean {
  const wrong = text.replace(/^description/m, 'descripton');
  const { findings } = lint(agentIn({ ...sample, text }, wrong));
  return findings.some((finding) => (finding.fixes ?? []).length > 0);
}
