/** Reads the command line of `agent-authoring check`. */
import { formats as dialects, formatById } from '../core/index';

export const formats = ['text', 'json'] as const;
export type Format = (typeof formats)[number];

export interface CheckArgs {
  readonly paths: readonly string[];
  readonly format: Format;
  /** Id of the dialect that every file is read as; by path when undefined. */
  readonly dialect: string | undefined;
}

export type Parsed =
  | { readonly kind: 'ok'; readonly args: CheckArgs }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

/** Parses the arguments after `check`. Without paths the current folder is checked. */
export function parseCheckArgs(argv: readonly string[]): Parsed {
  const paths: string[] = [];
  let format: Format = 'text';
  let dialect: string | undefined;
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? '';
    if (argument === '--') {
      paths.push(...argv.slice(i + 1));
      break;
    }
    if (argument === '-h' || argument === '--help') return { kind: 'help' };
    if (!argument.startsWith('-') || argument === '-') {
      paths.push(argument);
      continue;
    }
    const equals = argument.indexOf('=');
    const name = equals < 0 ? argument : argument.slice(0, equals);
    const value = equals < 0 ? argv[++i] : argument.slice(equals + 1);
    if (name === '--format') {
      const known = formats.find((candidate) => candidate === value);
      if (known === undefined) return wrong(`--format takes ${formats.join(' or ')}, not '${value ?? ''}'`);
      format = known;
    } else if (name === '--dialect') {
      if (value === undefined || formatById(value) === undefined) {
        return wrong(`--dialect takes ${dialects.map(({ id }) => id).join(' or ')}, not '${value ?? ''}'`);
      }
      dialect = value;
    } else return wrong(`unknown option '${name}'`);
  }
  return { kind: 'ok', args: { paths: paths.length === 0 ? ['.'] : paths, format, dialect } };
}

const wrong = (message: string): Parsed => ({ kind: 'wrong', message });
