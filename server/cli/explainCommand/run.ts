/** The command `explain`: what becomes of each file when its host reads it. */
import { formats as dialects, formatById, type LoadVerdict, loadVerdict } from '../../core/index';
import { parseCheckArgs } from '../args';
import { check } from '../check';
import type { Host } from '../host';
import { printable } from '../report/text';

/** The version of the JSON format; it changes only when a reader of the present one would break. */
const VERSION = 1;

interface Explained {
  readonly path: string;
  readonly dialect: string;
  /** The host, as people name it. */
  readonly host: string;
  readonly verdict: LoadVerdict;
}

/** Runs `explain`; `usage` is printed for `--help`. */
export function runExplain(argv: readonly string[], host: Host, usage: string): 0 | 1 | 2 {
  const parsed = parseCheckArgs(argv);
  if (parsed.kind === 'help') {
    host.out(usage);
    return 0;
  }
  if (parsed.kind === 'wrong') {
    host.err(`agent-authoring: ${printable(parsed.message)}. See agent-authoring --help.\n`);
    return 2;
  }
  // Who asks what becomes of a file knows that it is an agent, wherever it lies.
  const checked = check(parsed.args, host, dialects[0]);
  const errors = [...checked.errors];
  const files: Explained[] = [];
  for (const { path, dialect: id, file } of checked.files) {
    const dialect = formatById(id);
    const verdict = dialect === undefined ? undefined : loadVerdict(file, dialect, host.absolute(path));
    if (dialect === undefined || verdict === undefined)
      errors.push(`${path}: what its program makes of it is not known`);
    else files.push({ path, dialect: id, host: `${dialect.host} ${dialect.version}`, verdict });
  }
  host.out(parsed.args.format === 'json' ? json(files) : files.map(paragraph).join('\n'));
  for (const error of errors) host.err(`agent-authoring: ${printable(error)}\n`);
  if (errors.length > 0) return 2;
  return files.some(({ verdict }) => verdict.verdict === 'does-not-load') ? 1 : 0;
}

/** One line; the order of the keys is part of the format. */
function json(files: readonly Explained[]): string {
  const shown = files.map(({ path, dialect, verdict: { verdict, cause, reason, name, tools } }) => ({
    path,
    dialect,
    verdict,
    cause,
    reason,
    name,
    tools: {
      inherited: tools.inherited,
      effective: tools.effective,
      dropped: tools.dropped.map((tool) => ({ name: tool.name, why: tool.why })),
    },
  }));
  return `${JSON.stringify({ version: VERSION, files: shown })}\n`;
}

function paragraph({ path, host, verdict }: Explained): string {
  const { verdict: kind, name, reason, tools } = verdict;
  const head = kind === 'does-not-load' ? 'does not load' : `loads as \`${name ?? ''}\` · ${toolsText(verdict)}`;
  const dropped = tools.dropped.map((tool) => `  - \`${tool.name}\` is dropped: ${tool.why}`);
  // The reasons for dropped tools are told one by one.
  const because = reason !== null && (kind === 'does-not-load' || dropped.length === 0) ? [`  ${reason}`] : [];
  return [`${path}: ${head} (${host})`, ...because, ...dropped].map((line) => `${printable(line)}\n`).join('');
}

function toolsText({ tools: { inherited, effective } }: LoadVerdict): string {
  if (inherited) return 'every tool that an agent may have';
  if (effective.length === 0) return 'no tools';
  return `${effective.length} tool${effective.length === 1 ? '' : 's'}: ${effective.join(', ')}`;
}
