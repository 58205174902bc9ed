/** The programmatic interface: `import { check, explain, fix } from 'agent-authoring'`. Reads texts, never files. */
import {
  rules as allRules,
  defaults,
  fixAll,
  formats,
  type Level,
  lint,
  parseConfiguration,
  rangeOf,
  type Settings,
  levels as severities,
  textEditOf,
} from '../core/index';
import { nothingElse, readersOf } from './readers';

/** Where a text is, and how to check it. */
export interface Options {
  /** The path of the file, with `/` between names, or only `\` as on Windows. It decides which program reads the file, and need not exist. */
  readonly path: string;
  /** The id of a format, such as `claude-code`, that reads the text whatever its path; `formatIds` has all of them. */
  readonly format?: string | undefined;
  /** The text of `.agent-authoring.json`. */
  readonly configuration?: string | undefined;
  /** Severities by rule, over those of the configuration. An id that no rule has is refused. */
  readonly rules?: Readonly<Record<string, 'error' | 'warning' | 'information' | 'hint' | 'off'>> | undefined;
}

/** A place in a text: line and UTF-16 unit of the line, both from zero. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From `start` up to `end`, which is not in it. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A change of a text. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A way to fix a problem. */
export interface Fix {
  readonly title: string;
  /** Whether the program then loads at least what it loaded before, grants no more and denies no less. */
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** A problem of a file. */
export interface Problem {
  /** The id of the rule. */
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly range: Range;
  readonly fixes: readonly Fix[];
}

/** What a program makes of a file. */
export interface Explanation {
  /** The id of the program, and that of the format in which it reads the file. */
  readonly host: string;
  readonly format: string;
  readonly verdict: 'loads' | 'loads-with-losses' | 'does-not-load' | 'unknown';
  /** Why it does not load, or what is lost; null when nothing is. */
  readonly reason: string | null;
  /** The name under which it is loaded. */
  readonly name: string | null;
  /** The tools that an agent has; null when it has those of its caller, when it does not load, and for what is no agent. */
  readonly tools: readonly string[] | null;
}

/** The ids of all formats. */
export const formatIds: readonly string[] = formats.map(({ id }) => id);

/**
 * The problems of a text, as its main reader sees it; none when no known program reads a file at this path.
 * @throws RangeError when the format, a rule or a severity is not known, or the configuration cannot be read.
 */
export function check(text: string, options: Options): readonly Problem[] {
  const [agent] = readersOf(text, options.path, options.format);
  if (agent === undefined) return [];
  const { findings } = lint(agent, { settings: settingsOf(options), workspace: nothingElse });
  const { source } = agent.file;
  return findings.map(({ rule, severity, message, span, fixes = [] }) => ({
    rule,
    severity,
    message,
    range: rangeOf(source, span),
    // A fix that creates a file is for programs that have files.
    fixes: fixes
      .filter(({ creates = [] }) => creates.length === 0)
      .map(({ title, safe, edits }) => ({ title, safe, edits: edits.map((edit) => textEditOf(source, edit)) })),
  }));
}

/**
 * The text after all safe fixes; the same text when there are none.
 * @throws RangeError as `check` does.
 */
export function fix(text: string, options: Options): string {
  const [agent] = readersOf(text, options.path, options.format);
  return agent === undefined ? text : fixAll(agent, { settings: settingsOf(options), workspace: nothingElse });
}

/**
 * What each program that reads a file at this path makes of the text, the main one first.
 * @throws RangeError when the format is not known.
 */
export const explain = (text: string, options: Options): readonly Explanation[] =>
  readersOf(text, options.path, options.format).map((agent) => {
    const { host, id } = agent.format;
    const verdict = agent.verdict();
    if (verdict === undefined)
      return { host: host.id, format: id, verdict: 'unknown', reason: null, name: null, tools: null };
    const { tools, name, reason, shown } = verdict;
    const hasTools = verdict.verdict !== 'does-not-load' && shown === undefined && !tools.inherited;
    return {
      host: host.id,
      format: id,
      verdict: verdict.verdict,
      reason,
      name,
      tools: hasTools ? tools.effective : null,
    };
  });

const known: ReadonlySet<string> = new Set(allRules.map(({ id }) => id));

function settingsOf({ configuration, rules = {} }: Options): Settings {
  const read = configuration === undefined ? undefined : parseConfiguration(configuration);
  if (read?.kind === 'error') throw new RangeError(`The configuration ${read.message}.`);
  const [problem] = read?.problems ?? [];
  if (problem !== undefined) throw new RangeError(`The configuration cannot be used: ${problem}.`);
  const settings = read?.settings ?? defaults;
  const levels: Readonly<Record<string, Level>> = rules;
  for (const [id, level] of Object.entries(levels)) {
    if (!known.has(id)) throw new RangeError(`There is no rule ${JSON.stringify(id)}.`);
    if (!severities.includes(level)) throw new RangeError(`There is no severity ${JSON.stringify(level)}.`);
  }
  return { ...settings, rules: { ...settings.rules, ...levels } };
}
