/** The agents of the workspace as one system: finds the files, keeps the index and the results, and says when answers change. */
import { type Index, inOneSpelling, type LintFinding, nowhere, type Where, type Workspace } from '../../core/index';
import type { Known } from '../register';
import { answersFrom } from './answers';
import { filesIn, hasChanged } from './changes';
import { Drafts } from './drafts';
import { type KnownFiles, knownFiles } from './knownFiles';
import type { Report } from './progress';
import { Reader } from './reader';
import { type Result, Results } from './results';
import { isManifest, isOnlyUsers, isSearched, isWithin, pluginOf, scanned } from './scan';
import { Signs } from './signs';
import { Sizes } from './sizes';
import { inSlices } from './slices';
import { keyOf, Store, type StoredFile } from './store';
import { storedFileOf } from './stored';
import type { Around, Search } from './surroundings';
import { Waiting } from './waiting';

/** The system of one conversation. */
export class System {
  readonly store: Store;
  readonly results: Results;
  readonly known: KnownFiles;
  readonly manifests = new Map<string, string>();
  readonly #drafts: Drafts;
  #where: Where = nowhere;
  /** The keys of the folders and files that were searched. */
  #places: readonly string[] | undefined;
  /** Whether a file is in a place that was searched. Until the first search has ended, all are. */
  readonly #belongs = (uri: string): boolean => this.#places === undefined || isWithin(keyOf(uri), this.#places);
  readonly #reader: Reader;
  #search: Search | undefined;
  /** Counts searches and readings, so that slow ones do not undo newer ones. */
  #searches = 0;
  #isComplete = false;
  /** Whether settings have changed while everything was read for the first time. */
  #isOutdated = false;
  readonly #waiting = new Waiting();
  readonly #signs = new Signs();
  readonly #sizes = new Sizes(this.#belongs);
  #checks = 0;
  /** Files whose diagnostics are others now, which was not said yet. */
  readonly #unsaid = new Set<string>();

  constructor(readonly around: Around) {
    const index = () => (this.#isComplete ? this.store.index : undefined);
    const workspace = answersFrom({
      known: around.known,
      manifests: this.manifests,
      signs: this.#signs,
      sizes: this.#sizes,
      where: () => this.#where,
      index,
    });
    this.store = new Store(workspace, around.fewAgents);
    this.#drafts = new Drafts((uri) => ({ settings: around.settingsOf(uri), workspace }));
    this.results = new Results((uri) => index()?.aroundFile(uri), around.docsBase);
    this.known = knownFiles(this.store, this.results);
    this.#reader = new Reader(around, (uri, text) => this.#take(uri, text));
  }

  get index(): Index {
    return this.store.index;
  }

  get workspace(): Workspace {
    return this.store.workspace;
  }

  /** Whether everything was read once. Until then nothing is said about other files. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Whether files are read for the first time, so that soon more will be known. */
  get isReading(): boolean {
    return this.#search !== undefined && !this.#isComplete;
  }

  /** Searches everything again. */
  async start(search: Search): Promise<void> {
    this.#search = search;
    this.#searches++;
    const mine = this.#searches;
    const isOver = (): boolean => mine !== this.#searches;
    this.#reader.begin();
    const { uris, where, places, warnings } = await scanned(search.folders, search.user, search.files, search.exists);
    if (isOver()) return;
    for (const warning of warnings) this.around.warn(warning);
    this.#where = where;
    // Before any file is read, because they decide for which hosts it is checked.
    if (this.#signs.take(uris)) this.expire();
    this.#places = places.map(keyOf);
    const found = new Set([...uris.map(keyOf), ...this.#reader.recent]);
    const known = [...[...this.store.files()].map(({ uri }) => uri), ...this.manifests.keys()];
    for (const uri of known) if (!found.has(keyOf(uri)) || !this.#belongs(uri)) this.#forget(uri);
    const { report, end } = this.around.progressOf(uris.length);
    this.store.isFilling = !this.#isComplete;
    this.#isOutdated = false;
    await this.#read(uris, isOver, report);
    if (!isOver()) await this.#readOutdated(search, isOver);
    this.store.filled();
    end();
    await this.#prepare(isOver);
    if (isOver()) return;
    this.#isComplete = true;
    if (this.#isOutdated) await this.renew();
    else this.#check();
  }

  /** Files were created or changed on disk, or deleted. A folder stands for everything in it. */
  async refresh(created: readonly string[], deleted: readonly string[]): Promise<void> {
    const search = this.#search;
    if (search === undefined) return;
    for (const uri of deleted) {
      this.#forget(uri);
      this.store.lose(uri);
    }
    // What was deleted and created counts again when it can be read: some clients do not say which of both was last.
    for (const uri of created) if (!deleted.includes(uri)) this.store.regain(uri);
    const inside: string[] = [];
    for (const uri of created) {
      if (isSearched(uri, this.#search)) inside.push(uri);
      else {
        const found = await search.files.find(uri).catch(() => undefined);
        for (const one of found?.uris ?? []) inside.push(one);
      }
    }
    // A manifest decides how the files of its plugin are read.
    const besides = this.known.below([...created, ...deleted].filter(isManifest).map(pluginOf));
    await this.#read([...new Set([...inside.filter(isManifest), ...inside, ...besides])], () => false);
    if (this.#signs.take([...this.store.files()].map(({ uri }) => uri))) await this.renew();
    else this.#check();
  }

  /** What open documents, all when left out, depend on has changed besides their texts and the index. */
  expire(uris?: readonly string[]): void {
    this.#drafts.forget(uris);
    for (const uri of uris ?? this.store.openUris()) this.#unsaid.add(uri);
  }

  /** Settings may have changed: every file is checked again. */
  async renew(): Promise<void> {
    this.expire();
    this.#isOutdated = !this.#isComplete;
    if (this.#isOutdated) return;
    await this.#read(this.known.checked(), () => false);
    // What was said about the open documents meanwhile may be about the settings before.
    this.expire();
    this.#check();
  }

  /** The text of an open document has changed. What was made from the last one is not kept meanwhile. */
  outdate(uri: string): void {
    this.#drafts.forget([uri]);
    this.store.outdate(uri);
  }

  /** An open document says something else now. */
  update(document: Known): void {
    const before = this.store.index.cards;
    this.store.open(document.uri, document.agent);
    if (this.#isComplete && (this.store.index.cards !== before || this.store.next !== undefined)) this.#check();
  }

  /** The document is closed, and the file on disk counts again. */
  async close(uri: string): Promise<void> {
    this.#drafts.forget([uri]);
    this.store.close(uri);
    this.results.forget(uri);
    if (!isSearched(uri, this.#search)) return;
    await this.#read([uri], () => false);
    this.#check();
  }

  /** The diagnostics of an open document. */
  resultOf(document: Known): Result {
    const draft = this.#drafts.of(document);
    this.update(document);
    return this.results.of(document.uri, draft);
  }

  /** What these diagnostics are about. */
  findingsOf(document: Known): readonly LintFinding[] {
    return this.results.findings(document.uri, this.#drafts.of(document));
  }

  /** The files that are not open, each with its diagnostics; none until everything was read once. */
  *closed(): Iterable<{ readonly uri: string; readonly result: Result }> {
    if (!this.#isComplete) return;
    for (const file of this.store.files()) {
      const result = this.closedAt(file);
      if (result !== undefined) yield { uri: file.uri, result };
    }
  }

  /** The diagnostics of a file that is not open; undefined when it is, for files without any, and for those of the user. */
  closedAt({ uri, draft }: StoredFile): Result | undefined {
    if (draft === undefined || this.store.isOpen(uri)) return undefined;
    return isOnlyUsers(uri, this.#where.user, this.#search) ? undefined : this.results.of(uri, draft);
  }

  /** The same by its URI. */
  resultAt(uri: string): Result | undefined {
    const file = this.store.file(uri);
    return file && this.closedAt(file);
  }

  /** Resolves when everything was read once, or `unless` does. */
  async whenComplete(unless: Promise<void>): Promise<void> {
    if (!this.#isComplete) await this.#waiting.wait(unless);
  }

  /** Ends what is running. */
  end(): void {
    this.#searches++;
    this.#checks++;
    this.#waiting.wake();
  }

  #forget(uri: string): void {
    const folder = `${keyOf(uri)}/`;
    this.#reader.forget(folder);
    this.#sizes.forget(folder);
    for (const key of this.manifests.keys()) if (`${key}/`.startsWith(folder)) this.manifests.delete(key);
    const gone = this.store.delete(uri);
    for (const one of gone) this.results.forget(one);
    if (gone.length > 0) this.around.changed(gone);
  }

  /** Reads files from disk, in their order. */
  async #read(found: readonly string[], isOver: () => boolean, report?: Report): Promise<void> {
    if (this.#search === undefined) return;
    // Events spell them as the client does, and one file has one spelling.
    const uris = found.map(inOneSpelling);
    await this.around.configure(uris);
    await this.#reader.read(uris, this.#search.files, isOver, report);
    if (this.#isComplete && !isOver()) await this.#readOutdated(this.#search, isOver);
  }

  /** Reads the files again for which the size of another one counts. */
  async #readOutdated({ files, exists }: Search, isOver: () => boolean): Promise<void> {
    const outdated = await this.#sizes.outdated(this.store.files(), exists);
    this.expire(outdated.flatMap((uri) => this.store.openUri(uri) ?? []));
    await this.#reader.read(outdated, files, isOver);
  }

  /** Takes what was read from a file; undefined when it is gone. */
  #take(uri: string, text: string | undefined): void {
    if (text === undefined || !this.#belongs(uri)) {
      this.#forget(uri);
      return;
    }
    if (isManifest(uri)) this.manifests.set(keyOf(uri), text);
    this.#sizes.take(uri, text);
    this.store.set(storedFileOf(uri, text, this.workspace, this.around.settingsOf(uri)));
  }

  /** Looks, in slices, which files have other diagnostics now. */
  #check(): void {
    this.#checks++;
    const mine = this.#checks;
    void this.#look(() => mine !== this.#checks);
  }

  /** Computes, in slices, what follows from the next state of the index. Then it counts. */
  async #prepare(isOver: () => boolean): Promise<void> {
    const { next } = this.store;
    if (next === undefined) return;
    const paths = [...next.cards.agents, ...next.skills].map(({ path }) => path);
    await inSlices(next.partsFor(paths), (part) => void part(), this.around.turn, isOver);
    if (!isOver()) this.store.adopt(next);
  }

  async #look(isOver: () => boolean): Promise<void> {
    // The request that has changed something is answered first. What takes long waits until a person who types pauses.
    const wait = this.store.next === undefined ? this.around.turn : this.around.pause;
    await new Promise<void>((resolve) => {
      wait(resolve);
    });
    if (isOver()) return;
    await this.#prepare(isOver);
    if (isOver()) return;
    // A look that is cut short has not said what it found.
    const changed = this.#unsaid;
    await inSlices(
      filesIn(this.store),
      (file) => {
        if (hasChanged(file, this.store, this.results)) changed.add(file.uri);
      },
      this.around.turn,
      isOver,
    );
    if (isOver()) return;
    this.#waiting.wake();
    if (changed.size > 0) this.around.changed([...changed]);
    changed.clear();
  }
}
