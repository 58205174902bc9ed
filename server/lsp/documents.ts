/** The open documents: their texts as the client has them, and the model of each, made when it is first asked for. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type AgentFile, detect, type Format, keysOf, parse, type Workspace } from '../core/index';
import type { Change, Update } from './wire';

/** An open document at one version. */
export interface OpenDocument {
  readonly uri: string;
  /** As the client counts; undefined when it does not. */
  readonly version: number | undefined;
  /** The dialect by the document's path; undefined for files of no host we know. */
  readonly format: Format | undefined;
  /** The parsed text. The same object for every request on this version. */
  readonly file: () => AgentFile;
}

interface Entry {
  readonly text: string;
  readonly document: OpenDocument;
}

/** The texts of all open documents. */
export class Documents {
  readonly #open = new Map<string, Entry>();

  constructor(readonly workspace: Workspace) {}

  /**
   * Opens a document or applies the client's changes to it.
   * @returns Whether the text is known afterwards. When it is not, the document counts as closed until the client sends it
   * whole: a wrong text would give wrong edits.
   */
  update({ uri, version, changes }: Update): boolean {
    const text = changes === undefined ? undefined : applied(this.#open.get(uri)?.text, changes);
    if (text === undefined) this.#open.delete(uri);
    else this.#open.set(uri, { text, document: documentOf(uri, version, text, this.workspace) });
    return text !== undefined;
  }

  /** Detects the dialect of a document anew, because more is known of what lies beside it. */
  detectAgain(uri: string): void {
    const entry = this.#open.get(uri);
    if (entry === undefined) return;
    const { text, document } = entry;
    this.#open.set(uri, { text, document: documentOf(uri, document.version, text, this.workspace) });
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
}

function documentOf(uri: string, version: number | undefined, text: string, workspace: Workspace): OpenDocument {
  const format = detect(uri, workspace);
  let parsed: AgentFile | undefined;
  const file = (): AgentFile => {
    parsed ??= parse(text, format === undefined ? undefined : keysOf(format));
    return parsed;
  };
  return { uri, version, format, file };
}

/** The text after all changes, or undefined when nobody can know it. A change of the whole text heals what was before it. */
function applied(before: string | undefined, changes: readonly (Change | undefined)[]): string | undefined {
  let text = before;
  for (const change of changes) {
    if (change === undefined) text = undefined;
    else if (change.range === undefined) text = change.text;
    else if (text !== undefined) text = replaced(text, change.range, change.text);
  }
  return text;
}

/** A new index of lines for each change: the library's own update loses count when a change lies beyond the last line. */
function replaced(text: string, range: NonNullable<Change['range']>, by: string): string {
  const lines = TextDocument.create('', '', 0, text);
  return text.slice(0, lines.offsetAt(range.start)) + by + text.slice(lines.offsetAt(range.end));
}
