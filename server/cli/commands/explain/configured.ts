/** `explain --config`: which file and line decide each setting of some files. */
import { type Decision, decisionsAt, positionIn } from '../../../core/index';
import { configurationsOn } from '../../configuration';
import type { Environment } from '../../environment';
import { jsonText, printable } from '../../printable';

/** The version of the JSON; it changes only when existing keys change. */
const VERSION = 1;

interface Configured {
  readonly path: string;
  /** The configuration files that apply, the nearest first. */
  readonly files: readonly string[];
  readonly isIgnored: boolean;
  readonly decisions: readonly Decision[];
  readonly newer: readonly { readonly id: string }[];
}

/** What was found, as text or JSON, and what is wrong with the files. */
export function configuredText(
  paths: readonly string[],
  isJson: boolean,
  environment: Environment,
): { readonly text: string; readonly errors: readonly string[] } {
  const { configurationFor, errors } = configurationsOn(environment);
  const all = paths.map((path): Configured => {
    const absolute = environment.absolute(path);
    const configuration = configurationFor(absolute);
    return { path, files: configuration.files, ...decisionsAt(configuration, absolute) };
  });
  return { text: isJson ? asJson(all) : all.map(asText).join('\n'), errors: errors() };
}

const placesOf = ({ places }: Decision): readonly { path: string; line: number; column: number }[] =>
  places.map(({ path, lines, span }) => {
    const { line, character } = positionIn(lines, span.start);
    return { path, line: line + 1, column: character + 1 };
  });

const asJson = (all: readonly Configured[]): string =>
  `${jsonText({
    version: VERSION,
    files: all.map(({ path, files, isIgnored, decisions, newer }) => ({
      path,
      configurations: files,
      ignored: isIgnored,
      settings: decisions.map((decision) => ({
        name: decision.name,
        value: decision.value,
        places: placesOf(decision),
      })),
      newerRules: newer.map(({ id }) => id),
    })),
  })}\n`;

function asText({ path, files, isIgnored, decisions, newer }: Configured): string {
  const [nearest] = files;
  const head = nearest === undefined ? 'no configuration file, so every setting has its default' : nearest;
  const lines = decisions.flatMap((decision) => [
    `  ${decision.name}: ${JSON.stringify(decision.value)}`,
    ...placesOf(decision).map((place) => `    ${place.path}:${place.line}:${place.column}`),
  ]);
  const ignored = isIgnored ? ['  `ignore` matches this file, so it is not checked'] : [];
  const off =
    newer.length === 0
      ? []
      : [`  off, because they are newer than \`version\`: ${newer.map(({ id }) => id).join(', ')}`];
  return [`${path}: ${head}`, ...ignored, ...lines, ...off].map((line) => `${printable(line)}\n`).join('');
}
