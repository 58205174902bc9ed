/** The verdicts on the files of OpenCode and Kilo. */

import type { AgentFile, Entry, Value } from '../../syntax/tree';
import { lazyFor } from '../../text/lazy';
import { lastNameOf } from '../../text/paths';
import { quotedList } from '../../text/quoted';
import { decoded } from '../../text/uri';
import { classifyField } from '../fieldName';
import type { Format } from '../host';
import { faultOfFields, loadedWith, lost, textOf } from '../loading';
import { ineffectiveLimits, overriddenIn, type Permission, permissionsIn, permittedTools } from '../permissions';
import { type Fields, fieldsOf, type Reading } from '../reading';
import { faultOf } from '../shapes';
import type { EffectiveTools, LoadVerdict } from '../verdict';
import { withAnyName } from './models';

/**
 * The verdict on an agent or a command; undefined when the file alone does not decide.
 * @param folders The names of folders. One of them contains the file, which is named from there on.
 * @param format Whose fields decide whether the file is loaded; that of the model only says whether the agent can take a turn.
 */
export function verdictOn(
  file: AgentFile,
  reading: Reading,
  path: string | undefined,
  format: Format,
  folders: readonly string[],
): LoadVerdict | undefined {
  const named = nameFromPath(path, folders);
  if (reading.kind === 'unread') return undefined;
  if (reading.kind === 'broken' && reading.isDropped === true)
    return lost('yaml', 'The frontmatter is not valid YAML for this program, not even after its repair.', named);
  const { text } = file.source;
  const body = reading.kind === 'read' || reading.kind === 'not-a-mapping' ? reading.closer.end : 0;
  if ((format.on.refusedReference?.find(text.slice(body), path) ?? []).length > 0)
    return lost('body', 'The text contains a reference that the program refuses to fill in.', named);
  if (reading.kind !== 'read') return withoutFields(file, reading, named, format);
  const fields = fieldsOf(text, reading.entries);
  const name = nameOf(fields.value('name'), named);
  const fault = faultOfFields(fields, reading.entries, withAnyModel(format));
  if (fault !== undefined) return lost(fault.cause, fault.reason, name);
  if (reading.entries.some(({ key, value }) => key === '<<' && value.kind === 'alias')) return undefined;
  return verdictOnLoaded(fields, reading.entries, name, format);
}

/** The verdict on a file that the program loads: whether the agent can take a turn, and which limits have no effect. */
function verdictOnLoaded(fields: Fields, entries: readonly Entry[], name: string | null, format: Format): LoadVerdict {
  const permissions = permissionsIn(entries, format);
  const tools: EffectiveTools = {
    inherited: permissions.every(({ name: one }) => one.kind === 'ineffective' || one.kind === 'open'),
    effective: permittedTools(permissions, format, name),
    dropped: [],
    withheld: [],
  };
  if (isTrue(fields.value('disable'))) return { ...lost('disabled', 'The agent is switched off.', name), tools };
  if (isBadModel(fields.value('model'), format))
    return {
      ...lost('model', 'The model has no provider or no name, so every turn of the agent fails.', name),
      tools,
    };
  const losses = [permissionsWithoutEffect(permissions, format, name), fieldsWithoutEffect(entries, format)].flatMap(
    (keys) => (keys.length === 0 ? [] : [`${quotedList(keys)} limits nothing`]),
  );
  const verdict = loadedWith(name, tools, losses);
  return losses.length > 0 ? { ...verdict, grantsMore: true } : verdict;
}

/** The keys that limit nothing in the maps that say which tools the agent may use. */
function permissionsWithoutEffect(
  permissions: readonly Permission[],
  format: Format,
  name: string | null,
): readonly string[] {
  const overridden = overriddenIn(permissions, format, name).filter(({ isLimit }) => isLimit);
  const all = [...ineffectiveLimits(permissions, format, name), ...overridden.map(({ permission }) => permission)];
  return all.map(({ key }) => key);
}

/** The fields that would limit the agent elsewhere, or under another name. */
const fieldsWithoutEffect = (entries: readonly Entry[], format: Format): readonly string[] =>
  entries
    .map(({ key }) => key)
    .filter((key) => {
      const found = classifyField(key, format);
      return (
        (found.kind === 'foreign' && found.severity === 'error') ||
        (found.kind === 'misspelled' && found.stray?.severity === 'error')
      );
    });

/** The format without a form for names of models, which the program does not check when it loads a file. */
const withAnyModel = lazyFor((format: Format): Format => {
  const { model } = format.fields;
  return model === undefined ? format : { ...format, fields: { ...format.fields, model: withAnyName(model) } };
});

/** Whether no provider can have a model of this name. */
const isBadModel = (value: Value | undefined, { fields: { model } }: Format): boolean =>
  value !== undefined && model !== undefined && faultOf(model, value) !== undefined;

/** The file is loaded with its text as the prompt, and with nothing of what its frontmatter says. */
function withoutFields(file: AgentFile, { kind }: Reading, name: string | null, format: Format): LoadVerdict {
  const tools: EffectiveTools = {
    inherited: true,
    effective: permittedTools([], format, name),
    dropped: [],
    withheld: [],
  };
  const isNote = kind === 'unseen' && file.problems.every(({ code }) => code === 'frontmatter-missing');
  if (isNote && file.frontMatter === undefined) return loadedWith(name, tools);
  const what =
    kind === 'not-a-mapping'
      ? 'The frontmatter has no fields, so no setting counts'
      : 'The program cannot read the frontmatter, so it is part of the prompt and no setting counts';
  return { ...loadedWith(name, tools, [what]), grantsMore: true };
}

const isTrue = (value: Value | undefined): boolean =>
  value?.kind === 'scalar' && value.type === 'boolean' && value.text.toLowerCase() === 'true';

/** The program makes a text of null. */
function nameOf(value: Value | undefined, named: string | null): string | null {
  if (value === undefined) return named;
  return value.kind === 'missing' || (value.kind === 'scalar' && value.type === 'null') ? 'null' : textOf(value);
}

/** The path below the folder without its extension. */
function nameFromPath(path: string | undefined, folders: readonly string[]): string | null {
  if (path === undefined) return null;
  const plain = `/${decoded(path).replaceAll('\\', '/')}`;
  const [, name] = folders
    .map((folder) => ({ folder, at: plain.lastIndexOf(`/${folder}/`) }))
    .filter(({ at }) => at >= 0)
    .map(({ folder, at }) => [at, plain.slice(at + folder.length + 2)] as const)
    .toSorted(([a], [b]) => b - a)[0] ?? [0, lastNameOf(plain)];
  return name.replace(/\.md$/, '');
}
