/** What is reported about each file, computed again only when the file or an answer about others has changed. */
import type { Diagnostic } from 'vscode-languageserver';
import {
  type AroundFile,
  type Draft,
  diagnosticOf,
  finished,
  type LintFinding,
  type LintResult,
  type UnknownNames,
} from '../../core/index';
import { type Recorded, recorded } from './asked';
import { keyOf } from './store';

/** The diagnostics of a file in one state. */
export interface Result {
  /** The same exactly for the same diagnostics of a file. */
  readonly id: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly failures: LintResult['failures'];
}

interface Known extends Result {
  readonly draft: Draft;
  /** What was asked about other files; undefined while nothing was known of them. */
  readonly asked: Recorded | undefined;
  readonly unknown: readonly UnknownNames[];
}

/** The results of a conversation, by file. */
export class Results {
  readonly #known = new Map<string, Known>();
  #count = 0;
  /** Called when the result of a file is another one. */
  touched: () => void = () => undefined;

  constructor(
    readonly around: (uri: string) => AroundFile | undefined,
    readonly docsBase: () => string | undefined,
  ) {}

  /** The result for a file. It is the same object as before when nothing has changed that it depends on. */
  of(uri: string, draft: Draft): Result {
    const key = keyOf(uri);
    const known = this.#known.get(key);
    if (known?.draft === draft && this.#holds(uri, known)) return known;
    const view = this.around(uri);
    const asked = view === undefined ? undefined : recorded(view);
    const { findings, failures } = finished(draft, asked?.around);
    const unknown = findings.flatMap((finding) => finding.unknown ?? []);
    const links = { uri, docsBase: this.docsBase() };
    const diagnostics = findings.map((finding) => diagnosticOf(draft.lines, finding, links));
    const isSame = known !== undefined && JSON.stringify(known.diagnostics) === JSON.stringify(diagnostics);
    if (!isSame) this.#count++;
    const result = { draft, asked, id: isSame ? known.id : String(this.#count), diagnostics, failures, unknown };
    this.#known.set(key, result);
    if (!isSame) this.touched();
    return result;
  }

  /** What is reported about a file in its present state. */
  findings(uri: string, draft: Draft): readonly LintFinding[] {
    return finished(draft, this.around(uri)).findings;
  }

  /** The last result for a file, which may be out of date; undefined when it has none. */
  lastOf(uri: string): Result | undefined {
    return this.#known.get(keyOf(uri));
  }

  /** The names that the last result for a file reports as unknown. */
  unknownIn(uri: string): readonly UnknownNames[] {
    return this.#known.get(keyOf(uri))?.unknown ?? [];
  }

  /** The id of the last result for a file; undefined when it has none. */
  idOf(uri: string): string | undefined {
    return this.#known.get(keyOf(uri))?.id;
  }

  /** Whether the last result for a file is out of date because of other files; undefined when it has none. */
  isOutdated(uri: string): boolean | undefined {
    const known = this.#known.get(keyOf(uri));
    return known && !this.#holds(uri, known);
  }

  forget(uri: string): void {
    if (this.#known.delete(keyOf(uri))) this.touched();
  }

  #holds(uri: string, { asked, draft }: Known): boolean {
    if (draft.ties === undefined && draft.skill === undefined) return true;
    const view = this.around(uri);
    return asked === undefined ? view === undefined : asked.holdsIn(view);
  }
}
