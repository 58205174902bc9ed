/** What the parts with servers share: a server for as long as something is measured, and a document with edits. */
import { setTimeout } from 'node:timers/promises';
import type { Context } from '../part';
import { Server } from '../server';
import type { Position } from '../texts';

/** Milliseconds between two letters, because people pause: without a pause, the processor's caches favor the floor. */
const PAUSE = 10;

/** Starts a server, passes it to `act` and stops it. */
export async function withServer<T>(
  { programs }: Context,
  subject: string,
  act: (server: Server) => Promise<T>,
): Promise<T> {
  const protocol = programs.servers.get(subject);
  if (protocol === undefined) throw new Error(`there is no server ${subject}`);
  const server = new Server(protocol);
  try {
    return await act(server);
  } finally {
    await server.stop();
  }
}

/** An open document in which letters are typed and deleted in turn. */
export class Typing {
  #version = 1;

  constructor(
    readonly server: Server,
    readonly uri: string,
  ) {}

  /** Types or deletes one letter, waits for the diagnostics, and pauses. Returns the milliseconds until the diagnostics. */
  async once(at: Position): Promise<number> {
    this.#version++;
    const deletes = this.#version % 2 === 1;
    const time = await this.server.edit(this.uri, this.#version, at, deletes ? 1 : 0, deletes ? '' : 'e');
    await setTimeout(PAUSE);
    return time;
  }

  /** @param count Even, so that the text is the same afterwards. */
  async often(count: number, at: Position): Promise<readonly number[]> {
    const times: number[] = [];
    for (let i = 0; i < count; i++) times.push(await this.once(at));
    return times;
  }
}
