/**
 * Diagnostics, completion and hover in the configuration file. An editor that has the JSON schema of the file says itself what the
 * schema says, so that nothing is shown twice: there, only what no schema can know comes from here.
 */
import {
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  type Hover,
  MarkupKind,
} from 'vscode-languageserver-types';
import type { ConfigurationFault } from '../../lint/configuration';
import { type NameKind, nameKinds } from '../../lint/settings/allow';
import { aboutRule } from '../../lint/settings/rules';
import { configurationSchema } from '../../lint/settings/schema';
import { aboutVersion, faultOfVersion, versionsWithRules } from '../../lint/settings/version';
import type { JsonPath } from '../../syntax/json/editJson';
import { parseJsonc, plainOf } from '../../syntax/json/parseJsonc';
import { type JsonPlace, placeAt } from '../../syntax/json/placeAt';
import { quotedList } from '../../text/quoted';
import { isRecord } from '../../text/records';
import { offsetAt, type Position, sourceOf } from '../../text/source';
import { asLine, MAX_MESSAGE, visible } from '../../text/visible';
import { matchesPatterns } from '../../workspace/patterns';
import { SOURCE } from '../diagnostics';
import { rangeIn, rangeOf } from '../ranges';
import { aboutOf, choicesOf, keysIn, schemasAt } from './schemaAt';

/** What is known around the file. */
export interface ConfigurationOptions {
  /** Whether the client shows what the JSON schema of the file says. */
  readonly hasSchema: boolean;
  /** Paths of the agents and other files that are known, from the folder of the configuration file. */
  readonly files: () => readonly string[];
  /** Names of a kind that rules report as unknown now. */
  readonly unknown: (kind: NameKind) => readonly string[];
}

/**
 * The diagnostics of one configuration file.
 * @param faults Also those of other files, which are left out.
 */
export const configurationDiagnostics = (
  uri: string,
  faults: readonly ConfigurationFault[],
  hasSchema: boolean,
): readonly Diagnostic[] =>
  faults.flatMap(({ path, lines, span, message, isBeyondSchema }) =>
    path !== uri || (hasSchema && isBeyondSchema !== true)
      ? []
      : [
          {
            range: rangeIn(lines, span),
            severity: DiagnosticSeverity.Warning,
            source: SOURCE,
            code: 'configuration',
            message: asLine(`${message}.`, MAX_MESSAGE),
          },
        ],
  );

/** Items of a completion. */
const MOST_ITEMS = 500;

/** What may be written at a position. */
export function configurationCompletions(
  text: string,
  position: Position,
  options: ConfigurationOptions,
): readonly CompletionItem[] {
  const source = sourceOf(text);
  const place = placeAt(text, offsetAt(source, position));
  if (place === undefined) return [];
  const range = rangeOf(source, place.span);
  const itemOf = (word: string, about: string, kind: CompletionItemKind): CompletionItem => {
    const value = place.isKey && !place.hasColon ? `${JSON.stringify(word)}: ` : JSON.stringify(word);
    return {
      label: visible(word),
      kind,
      filterText: JSON.stringify(word),
      textEdit: { range, newText: value },
      ...(about !== '' && { documentation: { kind: MarkupKind.Markdown, value: about } }),
    };
  };
  const own = wordsAt(place.path, place.isKey, options).map((word) => itemOf(word, '', CompletionItemKind.Value));
  return [...(options.hasSchema ? [] : ofSchema(text, place, itemOf)), ...own].slice(0, MOST_ITEMS);
}

function ofSchema(
  text: string,
  { path, isKey, span }: JsonPlace,
  itemOf: (word: string, about: string, kind: CompletionItemKind) => CompletionItem,
): readonly CompletionItem[] {
  const root = configurationSchema();
  if (isKey) {
    const outer = path.slice(0, -1);
    const present = keysAt(text, outer);
    // The key that is being written is there already.
    const written = text.slice(span.start + 1, span.end - 1);
    return schemasAt(root, outer)
      .flatMap(keysIn)
      .filter(({ word }) => word === written || !present.includes(word))
      .map(({ word, about }) => itemOf(word, about, CompletionItemKind.Property));
  }
  return schemasAt(root, path)
    .flatMap((schema) => [...choicesOf(schema), ...(schema['type'] === 'boolean' ? BOOLEANS : [])])
    .map(({ word, about }) => {
      const item = itemOf(word, about, CompletionItemKind.Value);
      return BOOLEANS.some((one) => one.word === word) && item.textEdit !== undefined
        ? { ...item, filterText: word, textEdit: { ...item.textEdit, newText: word } }
        : item;
    });
}

const BOOLEANS = [
  { word: 'true', about: '' },
  { word: 'false', about: '' },
];

function keysAt(text: string, path: JsonPath): readonly string[] {
  const { root } = parseJsonc(text);
  let value: unknown = root && plainOf(root);
  for (const key of path) value = Array.isArray(value) ? value[Number(key)] : isRecord(value) ? value[key] : undefined;
  return isRecord(value) ? Object.keys(value) : [];
}

/** What no schema can know: patterns for the files that are there, versions with rules, and names that are still unknown. */
function wordsAt(path: JsonPath, isKey: boolean, { files, unknown }: ConfigurationOptions): readonly string[] {
  if (isPattern(path)) return patternsFor(files());
  if (path.length === 1 && path[0] === 'version' && !isKey) return versionsWithRules();
  const [list, kind] = withoutOverride(path);
  const known = nameKinds.find((one) => one === kind);
  return list === 'allow' && known !== undefined && typeof path.at(-1) === 'number' ? unknown(known) : [];
}

/** A pattern for each folder with files, and for each file. */
function patternsFor(files: readonly string[]): readonly string[] {
  const folders = new Set(
    files.flatMap((file) => {
      const [, folder = '', ending = ''] = /^(.*)\/[^/]*?(\.[^./]*)$/.exec(file) ?? [];
      return folder === '' ? [] : [`${folder}/**/*${ending}`];
    }),
  );
  return [...[...folders].toSorted(), ...files.toSorted()];
}

/** The path without the override that it is in. */
const withoutOverride = (path: JsonPath): JsonPath => (path[0] === 'overrides' ? path.slice(2) : path);

/** Whether a pattern for files is at a path. */
function isPattern(path: JsonPath): boolean {
  const [first, second] = path;
  if (first === 'overrides') return path.length === 4 && path[2] === 'files';
  return path.length === 2 && (first === 'ignore' ? typeof second === 'number' : first === 'files');
}

/** What is at a position. */
export function configurationHover(
  text: string,
  position: Position,
  { hasSchema, files }: ConfigurationOptions,
): Hover | undefined {
  const source = sourceOf(text);
  const place = placeAt(text, offsetAt(source, position));
  if (place === undefined || place.span.start === place.span.end) return undefined;
  const { path, isKey, span } = place;
  const written = unquoted(text.slice(span.start, span.end));
  const own =
    isPattern(path) && (isKey || path[0] !== 'files') ? aboutPattern(written, files()) : aboutKey(path, isKey, written);
  const schema = hasSchema ? '' : ofSchemaAt(path, isKey, written);
  const value = [own, schema].filter((part) => part !== '').join('\n\n');
  return value === '' ? undefined : { range: rangeOf(source, span), contents: { kind: MarkupKind.Markdown, value } };
}

const unquoted = (text: string): string => text.replace(/^"|"$/g, '');

function ofSchemaAt(path: JsonPath, isKey: boolean, written: string): string {
  const root = configurationSchema();
  const outer = isKey ? schemasAt(root, path.slice(0, -1)).flatMap(keysIn) : schemasAt(root, path).flatMap(choicesOf);
  const chosen = outer.find(({ word }) => word === written)?.about ?? '';
  return chosen !== ''
    ? chosen
    : (schemasAt(root, path)
        .map(aboutOf)
        .find((about) => about !== '') ?? '');
}

/** A schema knows the names of rules and no more, and nothing of versions. */
function aboutKey(path: JsonPath, isKey: boolean, written: string): string {
  if (!isKey && path.length === 1 && path[0] === 'version')
    return faultOfVersion(written) === undefined ? aboutVersion(written) : '';
  const [list, id, ...more] = withoutOverride(path);
  return list === 'rules' && isKey && more.length === 0 ? aboutRule(String(id)) : '';
}

/** Names of files that a hover shows. */
const SHOWN = 5;

function aboutPattern(pattern: string, files: readonly string[]): string {
  const matching = files.filter((file) => matchesPatterns(file, [pattern.replace(/^!/, '')]));
  const count = matching.length;
  return count === 0
    ? 'Matches no agent file that is known here.'
    : `Matches ${count === 1 ? '1 known file' : `${count} known files`}: ${quotedList(matching.toSorted(), SHOWN)}.`;
}
