/** A problem as one Markdown text that another person can reproduce: programs, path, settings, problems and the whole file. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { projectOf } from '../agent/project';
import type { Format } from '../hosts/host';
import { isObserved } from '../hosts/lookup';
import { defaults, type Settings } from '../lint/settings';
import { settingsList } from '../lint/settings/table';
import { runsBeyondAscii } from '../text/beyondAscii';
import { hiddenRuns } from '../text/hidden';
import { fileNameOf } from '../text/paths';
import { quoted } from '../text/quoted';
import { isRecord } from '../text/records';
import { secretsIn } from '../text/secrets';
import { decoded } from '../text/uri';
import { asLine, MAX_MESSAGE, visible } from '../text/visible';

/** What a reproduction is made from. */
export interface Reproduced {
  /** The programs that checked the file, each with its version, such as `Editor 1.2.3`. */
  readonly programs: readonly string[];
  /** The path or URI of the file; undefined while it has none. */
  readonly path: string | undefined;
  /** Paths or URIs of the folders that paths are relative to; the first one that contains the file counts. */
  readonly folders: readonly string[];
  /** How the file is read, the main format first. */
  readonly formats: readonly Format[];
  readonly settings: Settings;
  readonly problems: readonly Diagnostic[];
  readonly text: string;
  /** The rule that the report is about; left out where it is about the file. */
  readonly rule?: string | undefined;
}

/** A reproduction, and what a person should know before it is shared. */
export interface Reproduction {
  readonly text: string;
  /** The path in it. */
  readonly path: string | undefined;
  /** Secrets that are masked. */
  readonly masked: number;
  readonly problems: number;
  readonly lines: number;
}

/**
 * Writes a reproduction. Secrets are masked by `x`, one for each UTF-16 unit, so that all positions stay. Folders above the project
 * are left out, because they often contain the name of a person.
 */
export function reproductionOf(given: Reproduced): Reproduction {
  const { programs, formats, settings, problems } = given;
  const path = given.path === undefined ? undefined : pathFor(given.path, given.folders, formats);
  const text = withoutSecrets(given.text);
  const said = withoutSecrets(settingLines(settings).join('\n'));
  const masked = text.masked + said.masked;
  const facts = [
    `Programs: ${programs.join(', ')}`,
    `File: ${path === undefined ? 'not saved' : `\`${visible(path).replaceAll('`', "'")}\``}`,
    `Read as: ${formats.map(readerText).join('; ')}`,
    ...factsOf(given.text),
    ...(masked === 0
      ? []
      : [`Masked: ${masked} ${masked === 1 ? 'secret' : 'secrets'}, each replaced by as many \`x\``]),
  ];
  const parts = [
    given.rule === undefined ? '# Reproduction' : `# Reproduction of ${quoted(given.rule)}`,
    facts.map((fact) => `- ${fact}`).join('\n'),
    '## Settings that differ from the defaults',
    said.text === '' ? 'None.' : fenced(said.text, 'text'),
    '## Problems',
    problems.length === 0 ? 'None.' : fenced(problems.map(problemLine).join('\n'), 'text'),
    '## File',
    fenced(text.text, languageOf(path)),
  ];
  const lines = given.text.split(/\r\n|\r|\n/).length;
  return { text: `${parts.join('\n\n')}\n`, path, masked, problems: problems.length, lines };
}

/** The path from a folder on; of a file elsewhere, from the folder of the host on, or its name. */
function pathFor(path: string, folders: readonly string[], formats: readonly Format[]): string {
  const bases = folders.map((folder) => (folder.endsWith('/') ? folder : `${folder}/`));
  const base = bases.find((one) => path.startsWith(one));
  if (base !== undefined) return decoded(path.slice(base.length));
  const homes = formats.flatMap((format) => projectOf(path, format) ?? []);
  const [home] = homes;
  return home === undefined ? fileNameOf(path) : decoded(path.slice(home.length));
}

const readerText = (format: Format): string => {
  const { name, version } = format.host;
  return `${format.title} (${isObserved(format) ? `runs of ${name} ${version}` : `documentation of ${name}`})`;
};

/** What cannot be seen in the text: its line ends, and characters that show nothing. */
function factsOf(text: string): readonly string[] {
  const ends = ['\r\n', '\n', '\r'].filter((end) => endPatterns[end]?.test(text) === true);
  const names = ends.map((end) => JSON.stringify(end).replaceAll('"', '`'));
  const hidden = hiddenRuns(text, runsBeyondAscii(text)).length;
  return [
    ...(ends.length === 1 && ends[0] === '\n'
      ? []
      : [`Line ends: ${names.length === 0 ? 'none' : names.join(' and ')}`]),
    ...(text.startsWith('\ufeff') ? ['It begins with a byte order mark'] : []),
    ...(hidden === 0 ? [] : [`Invisible characters: in ${hidden} ${hidden === 1 ? 'place' : 'places'} of the file`]),
  ];
}

const endPatterns: Readonly<Record<string, RegExp>> = { '\r\n': /\r\n/, '\n': /(?<!\r)\n/, '\r': /\r(?!\n)/ };

/** Each setting that has another value than its default, as JSON. */
const settingLines = (settings: Settings): readonly string[] =>
  settingsList.flatMap(([name]) => {
    const value = valueAt(settings, name);
    const written = JSON.stringify(value);
    return written === JSON.stringify(valueAt(defaults, name)) ? [] : [`${name}: ${withoutPeople(written)}`];
  });

const valueAt = (values: unknown, name: string): unknown =>
  name.split('.').reduce((value, key) => (isRecord(value) ? value[key] : undefined), values);

const severities: Readonly<Record<DiagnosticSeverity, string>> = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'information',
  [DiagnosticSeverity.Hint]: 'hint',
};

function problemLine({ range, severity = DiagnosticSeverity.Error, code = '', message }: Diagnostic): string {
  const place = `line ${range.start.line + 1}, column ${range.start.character + 1}`;
  const { text } = withoutSecrets(withoutPeople(typeof message === 'string' ? message : message.value));
  return asLine(`${place}: ${severities[severity]} ${code}: ${text}`, MAX_MESSAGE);
}

/** Messages name files outside the project by their folders, and home folders have the name of a person. */
const withoutPeople = (text: string): string =>
  text.replace(/(^|[\s`"'(])(?:file:\/\/)?(?:\/?[A-Za-z](?::|%3A))?\/?(?:home|Users)\/[^/`"\s]+\//g, '$1~/');

function withoutSecrets(text: string): { readonly text: string; readonly masked: number } {
  const secrets = secretsIn(text).map(({ span }) => span);
  const sorted = secrets.toSorted((a, b) => a.start - b.start);
  let shown = '';
  let at = 0;
  for (const { start, end } of sorted) {
    shown += text.slice(at, Math.max(at, start));
    // A private key goes on after the line that shows what it is.
    const rest = text.startsWith('-----BEGIN ', start) ? keyEnd(text, end) : end;
    if (rest > at) shown += text.slice(Math.max(at, start), rest).replace(/[^\r\n]/g, 'x');
    at = Math.max(at, rest);
  }
  return { text: shown + text.slice(at), masked: secrets.length };
}

/** The offset after a private key: after its last line, or after all that may be part of it where that is missing. */
function keyEnd(text: string, from: number): number {
  const length = /^[\w+/=\s\\>|*#-]*/.exec(text.slice(from))?.[0].length ?? 0;
  const last = text.slice(from, from + length).search(/-----END [A-Z ]*-----/);
  return last < 0 ? from + length : from + last;
}

/** A text in a code fence that nothing in it can close. Its last line end is that of the text, when it has one. */
function fenced(text: string, language: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}${/[\r\n]$/.test(text) ? '' : '\n'}${fence}`;
}

const languageOf = (path: string | undefined): string => {
  const [, ending = 'md'] = /\.(md|toml|ya?ml|jsonc?)$/i.exec(path ?? '') ?? [];
  return ending.toLowerCase();
};
