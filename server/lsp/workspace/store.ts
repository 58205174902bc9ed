/** What is kept of the files of a workspace: the closed ones as they are on disk, the open ones as they are typed. */
import {
  type Agent,
  type Card,
  type Draft,
  decoded,
  type Index,
  type Indexed,
  indexedOf,
  indexOf,
  skillFileOf,
  type Ties,
  tiesOf,
  type Where,
  type Workspace,
} from '../../core/index';

/** A file as it was read from disk. */
export interface StoredFile {
  readonly uri: string;
  readonly indexed: readonly Indexed[];
  /** What the rules about one file say of its agent; undefined for other files. */
  readonly draft: Draft | undefined;
}

/** What an open document says. */
interface OpenFile {
  readonly uri: string;
  /** What it was read from; undefined when it has changed since. */
  readonly agent: Agent | undefined;
  readonly indexed: readonly Indexed[];
}

/** The index of a conversation. It keeps no text. */
export class Store {
  readonly #files = new Map<string, StoredFile>();
  /** What open documents say, by the keys of their files. */
  readonly #open = new Map<string, OpenFile>();
  /** The keys of files that were deleted while they were open. No host reads the text that the editor still has. */
  readonly #gone = new Set<string>();
  #index: Index = indexOf([]);
  #next: Index | undefined;
  #isStale = false;
  /** Whether many files are put in, which make one state together. */
  isFilling = false;
  /** Called when the index may be another one from now on. */
  touched: () => void = () => undefined;

  /** @param few With this many agents at most, all that follows from them is computed within a request. */
  constructor(
    readonly workspace: Workspace & { readonly where: Where },
    readonly few: number,
  ) {}

  /**
   * The index now. Each state is one object. In a large workspace another state counts only when `adopt` is called, because what
   * follows from it takes longer than a request may.
   */
  get index(): Index {
    if (this.#isStale) {
      this.#isStale = false;
      const next = indexOf(this.#all(), this.workspace.where, this.#index);
      const isQuick = next.cards === this.#index.cards || next.agents.length <= this.few;
      if (isQuick) this.#index = next;
      this.#next = isQuick ? undefined : next;
    }
    return this.#index;
  }

  /** The state that waits to be adopted; undefined when there is none. */
  get next(): Index | undefined {
    // Whether one waits is found out when the index is asked for.
    return this.index === this.#next ? undefined : this.#next;
  }

  /** From now on a state counts that waited. */
  adopt(next: Index): void {
    this.#index = next;
    if (this.#next === next) this.#next = undefined;
    this.touched();
  }

  /** The files on disk. */
  files(): Iterable<StoredFile> {
    return this.#files.values();
  }

  file(uri: string): StoredFile | undefined {
    return this.#files.get(keyOf(uri));
  }

  /** Puts a file in, or replaces what was known of it. */
  set(file: StoredFile): void {
    const key = keyOf(file.uri);
    const before = this.#files.get(key)?.indexed ?? [];
    this.#files.set(key, { ...file, indexed: settled(before, file.indexed) });
    if (!this.#open.has(key) && !this.isFilling) this.#outdate();
    if (this.#gone.delete(key)) this.#outdate();
  }

  /** All files were put in. */
  filled(): void {
    this.isFilling = false;
    this.#outdate();
  }

  /**
   * Forgets a file, and all files below it when it was a folder.
   * @returns The URIs of the files that are gone.
   */
  delete(uri: string): readonly string[] {
    const key = keyOf(uri);
    const gone: string[] = [];
    for (const [one, file] of this.#files) if (one === key || one.startsWith(`${key}/`)) gone.push(file.uri);
    for (const one of gone) this.#files.delete(keyOf(one));
    if (gone.length > 0) this.#outdate();
    return gone;
  }

  /** A file or folder was deleted on disk: what is open of it counts only when there is a file again. */
  lose(uri: string): void {
    const key = keyOf(uri);
    for (const one of this.#open.keys()) if (one === key || one.startsWith(`${key}/`)) this.#gone.add(one);
    this.#outdate();
  }

  /** Whether the file of an open document was deleted on disk. */
  isGone(uri: string): boolean {
    return this.#gone.has(keyOf(uri));
  }

  /** There is a file again. */
  regain(uri: string): void {
    if (this.#gone.delete(keyOf(uri))) this.#outdate();
  }

  /** An open document says something now, whatever is on disk. */
  open(uri: string, agent: Agent): void {
    const key = keyOf(uri);
    const known = this.#open.get(key);
    if (known?.agent === agent) return;
    const own = tiesOf(agent, this.workspace) ?? skillFileOf(agent, this.workspace)?.card;
    const indexed = own === undefined ? indexedOf(uri, agent.file.source.text, this.workspace) : [own];
    const before = known?.indexed ?? this.#files.get(key)?.indexed ?? [];
    this.#open.set(key, { uri, agent, indexed: settled(before, indexed) });
    this.#outdate();
  }

  /** The text of an open document has changed. What it said counts until it is read again. */
  outdate(uri: string): void {
    const key = keyOf(uri);
    const known = this.#open.get(key);
    if (known !== undefined) this.#open.set(key, { ...known, agent: undefined });
  }

  /** The document is closed, so that the file on disk counts again. */
  close(uri: string): void {
    this.#gone.delete(keyOf(uri));
    if (this.#open.delete(keyOf(uri))) this.#outdate();
  }

  /** The open documents, as far as they were looked at. */
  openUris(): readonly string[] {
    return [...this.#open.values()].map(({ uri }) => uri);
  }

  /** The same URI as the client spells it, when the document is open. */
  openUri(uri: string): string | undefined {
    return this.#open.get(keyOf(uri))?.uri;
  }

  /** Whether the file is open, or was read and is of a kind that is checked. */
  isChecked(uri: string): boolean {
    return this.isOpen(uri) || this.file(uri)?.draft !== undefined;
  }

  isOpen(uri: string): boolean {
    return this.#open.has(keyOf(uri));
  }

  #outdate(): void {
    this.#isStale = true;
    this.touched();
  }

  *#all(): Iterable<Indexed> {
    for (const [key, file] of this.#files) yield* this.#open.get(key)?.indexed ?? file.indexed;
    for (const [key, { indexed }] of this.#open) if (!this.#files.has(key) && !this.#gone.has(key)) yield* indexed;
  }
}

/** One spelling for all URIs of a file: editors escape more characters than others, and differ in the case of drives. */
export const keyOf = (uri: string): string =>
  decoded(uri).replace(
    /^(file:\/\/\/)([A-Z]):/,
    (_, start: string, drive: string) => `${start}${drive.toLowerCase()}:`,
  );

/** What a file says now, with the old cards where they say the same: who compares cards then sees no change. */
const settled = (before: readonly Indexed[], now: readonly Indexed[]): readonly Indexed[] =>
  now.map((one, i) => {
    const old = before[i];
    if (one.kind === 'agent')
      return old?.kind === 'agent' && isSameCard(old.card, one.card)
        ? ({ ...one, card: old.card } satisfies Ties)
        : one;
    if (one.kind === 'declared')
      return old?.kind === 'declared' && isSameCard(old.card, one.card) ? { ...one, card: old.card } : one;
    return old !== undefined && old.kind === one.kind && JSON.stringify(old) === JSON.stringify(one) ? old : one;
  });

const isSameCard = ({ format, ...one }: Card, { format: otherFormat, ...other }: Card): boolean =>
  format === otherFormat && JSON.stringify(one) === JSON.stringify(other);
