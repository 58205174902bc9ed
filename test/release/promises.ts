/** What a release promises to keep: the names that other people's files, scripts and programs depend on. */
import manifest from '../../package.json';
import * as api from '../../server/api/index';
import { commands } from '../../server/cli/commands/index';
import { checkFormatters } from '../../server/cli/formatters/check/index';
import { explainFormatters } from '../../server/cli/formatters/explain/index';
import { formats, hosts, isRecord, rules, settingsList } from '../../server/core/index';
import { BROKEN, run, WARNED } from '../cli/memory';

/** Names by what they are, in the order of the alphabet. */
export type Promises = Readonly<Record<string, readonly string[]>>;

const path = '/w/.claude/agents/reviewer.md';
const files = { [path]: WARNED, '/w/.claude/agents/broken.md': BROKEN };

/** The promises of the present sources. */
export const promises = (): Promises =>
  Object.fromEntries(
    Object.entries({
      rules: rules.map(({ id }) => id),
      hosts: hosts.map(({ id }) => id),
      formats: formats.map(({ id }) => id),
      settings: settingsList.map(([name]) => name),
      'values of settings': settingsList.flatMap(([name, { schema }]) => {
        const values = schema['enum'];
        return Array.isArray(values) ? values.map((value) => `${name}: ${String(value)}`) : [];
      }),
      commands: commands.map(({ name }) => name),
      options: commands.flatMap(({ name, options }) => Object.keys(options).map((option) => `${name} --${option}`)),
      'output of check': Object.keys(checkFormatters),
      'output of explain': Object.keys(explainFormatters),
      'exit codes': commands.flatMap(({ name, usage }) =>
        Object.keys(usage.exitCodes ?? {}).map((code) => `${name}: ${code}`),
      ),
      'keys of check --format json': keysIn(outputOf('check', '--format', 'json')),
      'keys of check --format sarif': keysIn(outputOf('check', '--format', 'sarif')),
      'keys of check --format gitlab': keysIn(outputOf('check', '--format', 'gitlab')),
      'keys of explain --format json': keysIn(outputOf('explain', '--format', 'json')),
      'commands of VS Code': manifest.contributes.commands.map(({ command }) => command),
      interface: Object.keys(api),
    }).map(([what, names]) => [what, [...new Set(names)].toSorted()]),
  );

const outputOf = (...argv: readonly string[]): unknown => JSON.parse(run(argv, files).out);

/** Each key of JSON with the keys around it: `files[].findings[].rule`. Keys that are names or numbers from files are not there. */
function keysIn(value: unknown, at = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => keysIn(one, `${at}[]`));
  if (!isRecord(value)) return at === '' || at.endsWith('[]') ? [] : [at];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(at === '' ? [key] : [`${at}.${key}`]),
    ...keysIn(inner, at === '' ? key : `${at}.${key}`),
  ]);
}

/** What was promised and is not there. */
export const broken = (promised: Promises, now: Promises): readonly string[] =>
  Object.entries(promised).flatMap(([what, names]) =>
    names.filter((name) => now[what]?.includes(name) !== true).map((name) => `${what}: ${name}`),
  );
