/** Validates untrusted protocol payloads: a client may send other shapes than the protocol's types promise. */
import type { Position, Range } from 'vscode-languageserver';
import { type ConfigurationChange, isRecord, isWholeFix, readConfigurationChange, type WholeFix } from '../core/index';

/** A non-negative integer, `uinteger` in LSP. Any large number means "the end". */
const isIndex = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** A position; undefined when `value` is not one. */
export function readPosition(value: unknown): Position | undefined {
  if (!isRecord(value)) return undefined;
  const { line, character } = value;
  return isIndex(line) && isIndex(character) ? { line, character } : undefined;
}

/** A range whose start is not after its end, or undefined when `value` is not a range. */
export function readRange(value: unknown): Range | undefined {
  if (!isRecord(value)) return undefined;
  const start = readPosition(value['start']);
  const end = readPosition(value['end']);
  if (start === undefined || end === undefined) return undefined;
  const isForward = start.line < end.line || (start.line === end.line && start.character <= end.character);
  return isForward ? { start, end } : undefined;
}

/** The URI in `params.textDocument`, which every message about a document carries, or undefined. */
export function readUri(params: unknown): string | undefined {
  if (!isRecord(params) || !isRecord(params['textDocument'])) return undefined;
  const uri = params['textDocument']['uri'];
  return typeof uri === 'string' ? uri : undefined;
}

/** One change of a text: of a range, or of all of it. */
export interface Change {
  readonly text: string;
  readonly range: Range | undefined;
}

/** The new state of a document from `didOpen` or `didChange`. */
export interface Update {
  readonly uri: string;
  /** Undefined when the client sends none. */
  readonly version: number | undefined;
  /** The client's id for the language, which only `didOpen` names. */
  readonly language?: string;
  /** In the order in which they apply. Malformed changes, and a value that is not an array, are undefined. */
  readonly changes: readonly (Change | undefined)[] | undefined;
}

/** The parameters of `didOpen`, as one change of the whole text; undefined when they name no document. */
export const readOpen = (params: unknown): Update | undefined =>
  readUpdate(params, ({ text }) => [readChange({ text })]);

/** The parameters of `didChange`; undefined when they name no document. */
export const readChanges = (params: unknown): Update | undefined =>
  readUpdate(params, (_, { contentChanges }) =>
    Array.isArray(contentChanges) ? contentChanges.map(readChange) : undefined,
  );

type Fields = Readonly<Record<string, unknown>>;

function readUpdate(
  params: unknown,
  changesOf: (document: Fields, params: Fields) => Update['changes'],
): Update | undefined {
  const uri = readUri(params);
  if (uri === undefined || !isRecord(params) || !isRecord(params['textDocument'])) return undefined;
  const { version, languageId } = params['textDocument'];
  const isCounted = typeof version === 'number' && Number.isInteger(version);
  return {
    uri,
    version: isCounted ? version : undefined,
    ...(typeof languageId === 'string' ? { language: languageId } : {}),
    changes: changesOf(params['textDocument'], params),
  };
}

function readChange(value: unknown): Change | undefined {
  if (!isRecord(value) || typeof value['text'] !== 'string') return undefined;
  const { text } = value;
  if (value['range'] === undefined) return { text, range: undefined };
  const range = readRange(value['range']);
  return range === undefined ? undefined : { text, range };
}

/** Files that are there now or have changed, and files that are gone; a folder stands for all files in it. */
export interface FileEvents {
  readonly created: readonly string[];
  readonly deleted: readonly string[];
}

/** The parameters of `workspace/didChangeWatchedFiles`. What is malformed is left out. */
export function readFileEvents(params: unknown): FileEvents {
  const events = listIn(params, 'changes').flatMap(({ uri, type }) => (typeof uri === 'string' ? [{ uri, type }] : []));
  const isDeletion = ({ type }: { readonly type: unknown }): boolean => type === DELETED;
  return {
    created: events.filter((event) => !isDeletion(event)).map(({ uri }) => uri),
    deleted: events.filter(isDeletion).map(({ uri }) => uri),
  };
}

/** `FileChangeType.Deleted`. */
const DELETED = 3;

/** The parameters of `workspace/didCreateFiles`, `didRenameFiles` and `didDeleteFiles`, told apart by what they contain. */
export function readFileOperations(params: unknown, isDeletion = false): FileEvents {
  const created: string[] = [];
  const deleted: string[] = [];
  for (const { uri, oldUri, newUri } of listIn(params, 'files')) {
    if (typeof oldUri === 'string') deleted.push(oldUri);
    if (typeof newUri === 'string') created.push(newUri);
    if (typeof uri === 'string') (isDeletion ? deleted : created).push(uri);
  }
  return { created, deleted };
}

function listIn(params: unknown, key: string): readonly Fields[] {
  const list = isRecord(params) ? params[key] : undefined;
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

/** What a code action without an edit stands for, which the server wrote into its `data`. */
export type Later = {
  readonly uri: string;
  /** Of the document for which it was offered. */
  readonly version: number | undefined;
} & (
  | {
      readonly whole: WholeFix;
      /** Whether the client says afterwards what is left. */
      readonly says: boolean;
    }
  | { readonly change: ConfigurationChange }
);

/** The same, or undefined when `data` is something else. */
export function readLater(data: unknown): Later | undefined {
  if (!isRecord(data)) return undefined;
  const { uri, version, whole, says } = data;
  if (typeof uri !== 'string') return undefined;
  const document = { uri, version: isIndex(version) ? version : undefined };
  if (isWholeFix(whole)) return { ...document, whole, says: says === true };
  const change = readConfigurationChange(data['change']);
  return change && { ...document, change };
}
