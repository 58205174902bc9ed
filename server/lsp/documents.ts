/** The open documents: their texts as the client has them, and the model of each, made when it is first asked for. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type AgentFile, type Dialect, detect, keysOf, parse } from '../core/index';

/** An open document at one version. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  /** The dialect by the document's path; undefined for files of no host we know. */
  readonly dialect: Dialect | undefined;
  /** The parsed text. The same object for every request on this version. */
  readonly file: () => AgentFile;
}

interface Entry {
  readonly text: TextDocument;
  readonly document: OpenDocument;
}

/** What `didChange` sends, before anybody has looked at it. */
export interface Change {
  readonly uri: string;
  readonly version: number;
  readonly changes: readonly unknown[];
}

/** The texts of all open documents. */
export class Documents {
  readonly #open = new Map<string, Entry>();

  open(uri: string, languageId: string, version: number, text: string): OpenDocument {
    return this.#set(TextDocument.create(uri, languageId, version, text));
  }

  /**
   * Applies the client's changes.
   * @returns The document at its new version, or undefined when the changes make no sense. The text is then unknown, so the
   * document counts as closed until the client sends it whole: a wrong text would give wrong edits.
   */
  change({ uri, version, changes }: Change): OpenDocument | undefined {
    const before = this.#open.get(uri);
    const readable = changes.map(readChange);
    const last = readable.findLastIndex((change) => change !== undefined && !('range' in change));
    const usable = readable.slice(Math.max(0, last)).filter((change) => change !== undefined);
    if (usable.length !== readable.length - Math.max(0, last) || (before === undefined && last < 0)) {
      this.#open.delete(uri);
      return undefined;
    }
    const base = before?.text ?? TextDocument.create(uri, '', version, '');
    return this.#set(TextDocument.update(base, usable, version));
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }

  get(uri: string): OpenDocument | undefined {
    return this.#open.get(uri)?.document;
  }

  all(): readonly OpenDocument[] {
    return [...this.#open.values()].map(({ document }) => document);
  }

  #set(text: TextDocument): OpenDocument {
    const dialect = detect(text.uri);
    let parsed: AgentFile | undefined;
    const content = text.getText();
    const file = (): AgentFile => {
      parsed ??= parse(content, dialect === undefined ? undefined : keysOf(dialect));
      return parsed;
    };
    const document = { uri: text.uri, version: text.version, dialect, file };
    this.#open.set(text.uri, { text, document });
    return document;
  }
}

type ReadChange = { text: string } | { text: string; range: { start: Place; end: Place } };

interface Place {
  line: number;
  character: number;
}

/** A change as LSP defines it, or undefined. TextDocument takes anything and would corrupt the text without a word. */
function readChange(change: unknown): ReadChange | undefined {
  if (!isRecord(change) || typeof change['text'] !== 'string') return undefined;
  const text = change['text'];
  if (!('range' in change) || change['range'] === undefined) return { text };
  const range = change['range'];
  if (!isRecord(range)) return undefined;
  const start = readPlace(range['start']);
  const end = readPlace(range['end']);
  return start === undefined || end === undefined ? undefined : { text, range: { start, end } };
}

function readPlace(place: unknown): Place | undefined {
  if (!isRecord(place)) return undefined;
  const { line, character } = place;
  return isIndex(line) && isIndex(character) ? { line, character } : undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const isIndex = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;
