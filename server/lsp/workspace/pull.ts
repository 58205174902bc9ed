/** Answers `workspace/diagnostic`: the diagnostics of all files that the client does not ask for by themselves, as they change. */
import {
  type CancellationToken,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { isRecord } from '../../core/index';
import type { Turn } from '../calm';
import type { Result } from './results';
import { inSlices } from './slices';
import { keyOf } from './store';
import type { System } from './system';
import { Waiting } from './waiting';

/** How many files are reported together. */
const BATCH = 100;

/** Reports a part of the answer; undefined when the client takes it only as a whole. */
type Report = ((part: WorkspaceDiagnosticReport) => void) | undefined;

/** The open documents. */
export interface Opened {
  /** Shows their last versions to the index. */
  readonly see: () => void;
  /** The diagnostics of one; undefined when no known host reads it. */
  readonly resultAt: (uri: string) => Result | undefined;
}

/** What the pulls of a conversation share. */
export class WorkspacePulls {
  /** Those that wait for other diagnostics. */
  readonly waiting = new Waiting();
  /** The open documents that the client has asked for by themselves, by their keys. */
  readonly #asked = new Set<string>();
  #isOver = false;

  constructor(
    readonly system: System,
    readonly isWanted: () => boolean,
    readonly turn: Turn,
    readonly opened: Opened,
  ) {}

  /** The client asks for an open document by itself. It does so again whenever something changes. */
  asked(uri: string): void {
    this.#asked.add(keyOf(uri));
  }

  /** The text of an open document has changed. */
  changed(uri: string): void {
    if (!this.#asked.has(keyOf(uri))) this.wake();
  }

  closed(uri: string): void {
    this.#asked.delete(keyOf(uri));
  }

  /** Diagnostics may be others now. */
  wake(): void {
    this.waiting.wake();
  }

  /** Answers whatever waits. */
  end(): void {
    this.#isOver = true;
    this.wake();
  }

  /**
   * Reports every file whose result the client does not have. A client that takes parts gets them until it cancels the request, as
   * the protocol suggests, so that nothing is sent while nothing changes.
   * @param params Of any shape; `previousResultIds` says what the client has.
   */
  async answer(params: unknown, token: CancellationToken, report: Report): Promise<WorkspaceDiagnosticReport> {
    const had = previousOf(params);
    const cancelled = new Promise<void>((resolve) => {
      token.onCancellationRequested(() => resolve());
    });
    await this.system.whenComplete(cancelled);
    while (!this.#isOver) {
      const { woken, over } = this.waiting.begin();
      try {
        const items = await this.#changes(had, token, report);
        if (report === undefined || token.isCancellationRequested || this.#isOver) return { items };
        if (items.length > 0) report({ items });
        await Promise.race([woken, cancelled]);
      } finally {
        over();
      }
      if (token.isCancellationRequested) break;
    }
    return { items: [] };
  }

  /** What is new to the client. Remembers in `had` what it has then. Full parts are reported at once. */
  async #changes(
    had: Map<string, Previous>,
    token: CancellationToken,
    report: Report,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    const seen = new Set<string>();
    const add = (uri: string, id: string, diagnostics: readonly Diagnostic[]): void => {
      const key = keyOf(uri);
      if (had.get(key)?.id === id) return;
      had.set(key, { uri, id });
      items.push({
        kind: DocumentDiagnosticReportKind.Full,
        uri,
        version: null,
        resultId: id,
        items: [...diagnostics],
      });
      if (report !== undefined && items.length >= BATCH) {
        report({ items });
        items = [];
      }
    };
    this.opened.see();
    if (this.isWanted())
      await inSlices(
        this.system.closed(),
        ({ uri, result }) => {
          seen.add(keyOf(uri));
          // Most files are fine, and a client that never heard of one need not hear that.
          if (result.diagnostics.length > 0 || had.has(keyOf(uri))) add(uri, result.id, result.diagnostics);
        },
        this.turn,
        () => token.isCancellationRequested,
      );
    if (token.isCancellationRequested) return items;
    for (const [key, { uri }] of had) {
      if (seen.has(key)) continue;
      const open = this.system.store.openUri(uri);
      if (open !== undefined) {
        // VS Code opens the documents that a rename changes without a tab, and does not ask for those.
        const result = this.#asked.has(key) ? undefined : this.opened.resultAt(open);
        if (result !== undefined) add(open, result.id, result.diagnostics);
        continue;
      }
      had.delete(key);
      items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
    }
    return items;
  }
}

interface Previous {
  readonly uri: string;
  readonly id: string;
}

function previousOf(params: unknown): Map<string, Previous> {
  const had = new Map<string, Previous>();
  const listed = isRecord(params) ? params['previousResultIds'] : undefined;
  for (const one of Array.isArray(listed) ? listed : []) {
    if (!isRecord(one)) continue;
    const { uri, value } = one;
    if (typeof uri === 'string' && typeof value === 'string') had.set(keyOf(uri), { uri, id: value });
  }
  return had;
}
