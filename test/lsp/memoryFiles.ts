/** A workspace in memory, as a host of the server and as the events that a client sends about it. */
import assert from 'node:assert/strict';
import { isIndexed } from '../../server/core/index';
import type { Host } from '../../server/lsp/host';
import type { Conversation } from './conversation';

/** `FileChangeType`. */
export const change = { created: 1, changed: 2, deleted: 3 } as const;

/** Files by their URIs. */
export class MemoryFiles {
  readonly #texts: Map<string, string>;

  constructor(texts: Readonly<Record<string, string>>) {
    this.#texts = new Map(Object.entries(texts));
  }

  /** Turns of the event loop that the server waits for. */
  #turns = 0;

  /** Whether the server is in the middle of work that it does in slices. */
  get isBusy(): boolean {
    return this.#turns > 0;
  }

  readonly #turn = (act: () => void): void => {
    this.#turns++;
    setImmediate(() => {
      this.#turns--;
      act();
    });
  };

  set(uri: string, text: string): void {
    this.#texts.set(uri, text);
  }

  delete(uri: string): void {
    this.#texts.delete(uri);
  }

  get(uri: string): string | undefined {
    return this.#texts.get(uri);
  }

  entries(): readonly (readonly [string, string])[] {
    return [...this.#texts];
  }

  /** What a server needs to read them. */
  get host(): Host {
    return {
      exists: async (uri) => this.#texts.has(uri) || [...this.#texts.keys()].some((file) => file.startsWith(`${uri}/`)),
      config: async (uri) => this.#texts.get(uri),
      files: {
        find: async (folder) => ({
          uris: [...this.#texts.keys()].filter((uri) => uri.startsWith(`${folder}/`) && isIndexed(uri)),
          isCut: false,
        }),
        read: async (uri) => this.#texts.get(uri),
      },
      turn: this.#turn,
      pause: this.#turn,
    };
  }
}

/** Resolves when the server has read and published everything, also what it does in slices without saying anything. */
export async function quiet({ settled }: Conversation, files: MemoryFiles): Promise<void> {
  for (let calm = 0, round = 0; calm < 2; round++) {
    assert.ok(round < 1_000, 'the server never comes to rest');
    await settled();
    calm = files.isBusy ? 0 : calm + 1;
  }
}
