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
  /** The headings of the text when they were first asked for; it is given those of this version. */
  readonly firstHeadings?: (now: string) => string;
  /**
   * The document as each host reads it, the main one first; empty for files that no known host reads. Every request on this
   * version gets the same objects.
   */
  readonly readers: () => readonly Agent[];
  /** The text, as far as files are read. */
  readonly text: () => string;
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

function readingsOf(
  uri: string,
  language: string | undefined,
  { workspace, formatOf }: { readonly workspace: Workspace; readonly formatOf: FormatOf },
): Readings {
  const detected = detect(uri, workspace);
  const [only] = detected.length === 0 && isUntitled(uri) ? [formatOf(language)] : [];
  const formats = (only === undefined ? detected : [only]).map((format) => ({
    format,
    membership: membershipOf(uri, format, workspace),
  }));
  return { formats, identity: JSON.stringify(formats.map(({ format, membership }) => [format.id, membership])) };
}

/** The format of a document that is in no folder, by its language. */
export type FormatOf = (language: string | undefined) => Format | undefined;

/** Whether a document is in no folder, so that its name says nothing. */
const isUntitled = (uri: string): boolean => /^untitled:[^/]*$/.test(uri);

/** The texts of all open documents. */
export class Documents {
  readonly #open = new Map<string, Entry>();

  constructor(
    readonly workspace: Workspace,
    readonly formatOf: FormatOf = () => undefined,
  ) {}

  /**
   * Opens a document or applies the client's changes to it.
   * @returns Whether the text is known afterwards. When it is not, the document counts as closed until the client sends all of it:
   * a wrong text would give wrong edits.
   */
  update({ uri, version, changes, language: given }: Update): boolean {
    const before = this.#open.get(uri);
    const { language: known, firstHeadings = firstKept() } = before?.document ?? {};
    const language = given ?? known;
    const text = changes === undefined ? undefined : applied(before?.text, changes);
    if (text === undefined) this.#open.delete(uri);
    else {
      const readings = before?.readings ?? readingsOf(uri, language, this);
      this.#open.set(
        uri,
        entryOf({ uri, version, language, firstHeadings }, text, { readings, file: before?.parsed() }),
      );
    }
    return text !== undefined;
  }

  /**
   * Detects the formats of all documents again, because more is known about the files beside them.
   * @returns The documents that are read differently now.
   */
  detectAgain(): readonly OpenDocument[] {
    return [...this.#open].flatMap(([uri, { text, document, readings, parsed }]) => {
      const known = { readings: readingsOf(uri, document.language, this), file: parsed() };
      const entry = entryOf(document, text, known);
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

/** @param known Also `file`, the version before, as far as it was parsed. */
function entryOf(
  about: Omit<OpenDocument, 'readers' | 'text'>,
  text: PiecedText,
  known: Pick<Entry, 'readings'> & { readonly file: AgentFile | undefined },
): Entry {
  const { readings } = known;
  const { uri } = about;
  const { formats } = readings;
  const path = isUntitled(uri) ? undefined : uri;
  let file = known.file;
  let read: readonly Agent[] | undefined;
  const readers = (): readonly Agent[] => {
    if (read === undefined) {
      const [first] = formats;
      const keys = new Set(formats.flatMap(({ format }) => [...keysOf(format)]));
      const start = text.start(ENOUGH);
      // Readers of one file agree on what kind of text it is.
      const parsed = first && (first.format.parse?.(start) ?? parse(start, keys, file));
      read =
        parsed === undefined ? [] : formats.map(({ format, membership }) => agentOf(parsed, format, path, membership));
      file = parsed;
    }
    return read;
  };
  const document = { ...about, readers, text: () => text.start(ENOUGH) };
  return { text, document, readings, parsed: () => file };
}

/** A function that answers each call with what the first one was given. */
function firstKept(): (now: string) => string {
  let first: string | undefined;
  return (now) => {
    first ??= now;
    return first;
  };
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
