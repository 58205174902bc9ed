/** Looks up what the open documents need to know of other files: manifests beside them, and the targets of their links. */
import type { Connection } from 'vscode-languageserver';
import {
  type Agent,
  type Format,
  presenceQuestions,
  questionsAbout,
  textQuestions,
  type Workspace,
} from '../core/index';
import type { ReadConfiguration } from './configurationFiles';
import { Documents, type FormatOf } from './documents';
import { warnOnRejection } from './log';
import { type Exists, Presences } from './presence';
import { knownOf } from './register';

/** With more answers than that, those that no open document needs are forgotten. */
const MANY_ANSWERS = 10_000;

/** What to do when something is known. */
export interface Listener {
  /** The diagnostics of any document may be others now. */
  readonly answered: () => void;
  /** The document is in no place that a host reads now. */
  readonly unread: (uri: string) => void;
  /** The formats that settings give to a document; undefined when they say nothing about it. */
  readonly formatsOf: (uri: string) => readonly Format[] | undefined;
  /** The format of a document that is in no folder, by its language. */
  readonly formatOf: FormatOf;
}

/** The answers about other files, and the documents that they are about. */
export class Lookups {
  /** Tells whether a file exists; undefined when that cannot be known. */
  exists: Exists | undefined;
  readonly #presences: Presences = new Presences({
    // A file that is there is as good as one about which nothing is known.
    changed: (before, now) => {
      if ((before === 'absent') !== (now === 'absent')) this.listener.answered();
    },
    hasRoom: () => this.#lookUpAllLinks(),
    formatsOf: (uri) => this.listener.formatsOf(uri),
  });
  readonly documents = new Documents(this.#presences, (language) => this.listener.formatOf(language));
  #mostAnswers = MANY_ANSWERS;

  constructor(
    readonly connection: Connection,
    readonly reader: () => ReadConfiguration | undefined,
    readonly listener: Listener,
  ) {}

  /** What is known of other files. */
  get workspace(): Workspace {
    return this.#presences;
  }

  /** Files were created, renamed or deleted, so that links may lead elsewhere, and folders may have become plugins. */
  renew(): void {
    this.#presences.renew();
    for (const { uri } of this.documents.all()) this.#lookBeside(uri);
    this.#lookUpAllLinks();
  }

  /** A document was opened or saved: files may have been created and deleted since they were looked up. */
  look(uri: string): void {
    for (const agent of this.documents.get(uri)?.readers() ?? []) {
      this.#presences.renew(presenceQuestions(agent));
      void this.#lookUpTexts(textQuestions(agent));
    }
    this.#lookBeside(uri);
  }

  /** Looks up the targets of links. Nothing waits for the answers, so that a client that gives none keeps nothing alive. */
  lookUpLinks(agent: Agent): void {
    if (this.exists === undefined) return;
    for (const question of presenceQuestions(agent)) void this.#presences.ask(question, this.exists);
    // They are read again when a document is opened or saved.
    void this.#lookUpTexts(textQuestions(agent).filter((uri) => !this.#presences.wasRead(uri)));
    if (this.#presences.size > this.#mostAnswers) this.#forgetAnswers();
  }

  /** Reads the files of which more matters than their presence. */
  async #lookUpTexts(questions: readonly string[]): Promise<void> {
    const read = this.reader();
    if (questions.length === 0 || read === undefined || this.exists === undefined) return;
    await this.#presences.look(questions, this.exists);
    const before = questions.map(this.#presences.manifest);
    await this.#presences.read(questions, read);
    if (questions.some((question, i) => this.#presences.manifest(question) !== before[i])) this.listener.answered();
  }

  /** Whether a file is an agent may depend on another file, which the core cannot look up. */
  #lookBeside(uri: string): void {
    const questions = questionsAbout(uri);
    if (this.exists === undefined || questions.length === 0) return;
    const answered = this.#detectAgain(questions, this.exists);
    warnOnRejection(this.connection, `Could not find out which program reads ${uri}`, answered);
  }

  async #detectAgain(questions: readonly string[], exists: Exists): Promise<void> {
    this.#presences.renew(questions);
    await this.#presences.look(questions, exists);
    const read = this.reader();
    if (read !== undefined) await this.#presences.read(questions, read);
    // The answers are about all agents of a plugin, and one of them may have been read while they were missing.
    if (this.detectAgain()) this.listener.answered();
  }

  /** The settings of some open documents are others now. */
  reread(): void {
    this.detectAgain();
    this.listener.answered();
  }

  /**
   * The formats of open documents may be others now.
   * @returns Whether some are.
   */
  detectAgain(): boolean {
    const changed = this.documents.detectAgain();
    for (const document of changed) if (document.readers().length === 0) this.listener.unread(document.uri);
    return changed.length > 0;
  }

  #lookUpAllLinks(): void {
    for (const document of this.documents.all()) {
      const known = knownOf(document);
      if (known !== undefined) this.lookUpLinks(known.agent);
    }
  }

  /** Forgets the answers that no open document needs. */
  #forgetAnswers(): void {
    const readers = this.documents.all().flatMap((document) => document.readers());
    const besides = this.documents.all().flatMap(({ uri }) => questionsAbout(uri));
    this.#presences.keep(new Set([...besides, ...readers.flatMap(presenceQuestions)]));
    this.#mostAnswers = Math.max(MANY_ANSWERS, 2 * this.#presences.size);
  }
}
