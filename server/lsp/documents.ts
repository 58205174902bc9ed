/** The open documents: their texts as the client has them, and the agents of each, made on first use. */
import {
  type Agent,
  type AgentFile,
  agentOf,
  detect,
  type Format,
  keysOf,
  MAX_FILE_BYTES,
  type Membership,
  membershipOf,
  parse,
  type Workspace,
} from '../core/index';
import { PiecedText } from './pieces';
import type { Change, Update } from './wire';

/** An open document at one version. */
export interface OpenDocument {
  readonly uri: string;
  /** The client's version number; undefined when it sends none. */
  readonly version: number | undefined;
  /** The client's id for its language; undefined when the client named none. */
  readonly language?: string | undefined;
  /**
   * The document as each host reads it, the main one first; empty for files that no known host reads. Every request on this
   * version gets the same objects.
   */
  readonly readers: () => readonly Agent[];
}

interface Entry {
  readonly text: PiecedText;
  readonly document: OpenDocument;
  readonly readings: Readings;
  /** The last version of the text that was parsed, from which the next one takes over what is the same. */
  readonly parsed: () => AgentFile | undefined;
}

/** In which formats a document is read. They follow from its URI and the files beside it, and not from its text. */
interface Readings {
  readonly formats: readonly { readonly format: Format; readonly membership: Membership | undefined }[];
  /** The formats, and what their manifests say about the document. */
  readonly identity: string;
}

function readingsOf(uri: string, workspace: Workspace): Readings {
  const formats = detect(uri, workspace).map((format) => ({
    format,
    membership: membershipOf(uri, format, workspace),
  }));
  return { formats, identity: JSON.stringify(formats.map(({ format, membership }) => [format.id, membership])) };
}

/** The texts of all open documents. */
export class Documents {
  readonly #open = new Map<string, Entry>();

  constructor(readonly workspace: Workspace) {}

  /**
   * Opens a document or applies the client's changes to it.
   * @returns Whether the text is known afterwards. When it is not, the document counts as closed until the client sends all of it:
   * a wrong text would give wrong edits.
   */
  update({ uri, version, changes, language }: Update): boolean {
    const before = this.#open.get(uri);
    const named = { uri, version, language: language ?? before?.document.language };
    const text = changes === undefined ? undefined : applied(before?.text, changes);
    if (text === undefined) this.#open.delete(uri);
    else
      this.#open.set(uri, entryOf(named, text, before?.readings ?? readingsOf(uri, this.workspace), before?.parsed()));
    return text !== undefined;
  }

  /**
   * Detects the formats of all documents again, because more is known about the files beside them.
   * @returns The documents that are read differently now.
   */
  detectAgain(): readonly OpenDocument[] {
    return [...this.#open].flatMap(([uri, { text, document, readings, parsed }]) => {
      const entry = entryOf(document, text, readingsOf(uri, this.workspace), parsed());
      if (entry.readings.identity === readings.identity) return [];
      this.#open.set(uri, entry);
      return [entry.document];
    });
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

/** @param before The version before, as far as it was parsed. */
function entryOf(
  { uri, version, language }: Omit<OpenDocument, 'readers'>,
  text: PiecedText,
  readings: Readings,
  before: AgentFile | undefined,
): Entry {
  const { formats } = readings;
  let file = before;
  let read: readonly Agent[] | undefined;
  const readers = (): readonly Agent[] => {
    if (read === undefined) {
      const [first] = formats;
      const keys = new Set(formats.flatMap(({ format }) => [...keysOf(format)]));
      const start = text.start(ENOUGH);
      // Readers of one file agree on what kind of text it is.
      const parsed = first && (first.format.parse?.(start) ?? parse(start, keys, file));
      read =
        parsed === undefined ? [] : formats.map(({ format, membership }) => agentOf(parsed, format, uri, membership));
      file = parsed;
    }
    return read;
  };
  return { text, document: { uri, version, language, readers }, readings, parsed: () => file };
}

/** In UTF-16 code units. So long a text has too many bytes to be read, whatever follows. */
const ENOUGH = MAX_FILE_BYTES + 1;

/** The text after all changes, or undefined when it is unknown. A change of the whole text makes it known again. */
function applied(before: PiecedText | undefined, changes: readonly (Change | undefined)[]): PiecedText | undefined {
  let text = before;
  for (const change of changes) {
    if (change === undefined) text = undefined;
    else if (change.range === undefined) text = PiecedText.of(change.text);
    else text = text?.with(change.range, change.text);
  }
  return text;
}
