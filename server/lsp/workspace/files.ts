/** The files of a workspace that are not open: what finds and reads them, on any file system. */
import type { Connection } from 'vscode-languageserver';
import { isRecord } from '../../core/index';

/** Finds and reads files. Nothing but files that the index knows by their names, or that the configuration names, is found or read. */
export interface Files {
  /**
   * The URIs of the indexed files below a folder, in any order; none for a folder that does not exist.
   * Rejects when it cannot be searched.
   * @param more Globs of files that the configuration names besides.
   */
  readonly find: (folder: string, more?: readonly string[]) => Promise<FoundFiles>;
  /**
   * The text of a file; undefined when it does not exist. Of one that is larger than hosts read, no more is needed than shows that.
   * Rejects when it cannot be read.
   */
  readonly read: (uri: string, more?: readonly string[]) => Promise<string | undefined>;
}

export interface FoundFiles {
  readonly uris: readonly string[];
  /** Whether there are more, which are left out. */
  readonly isCut: boolean;
}

/** Custom requests to the client: `{ folder, more }`, answered by `FoundFiles`; `{ uri, more }`, answered by a text or null. */
const FILES = 'agentAuthoring/files';
const TEXT = 'agentAuthoring/text';

/** Requests that may wait for an answer. A client that never answers is asked no more, so that memory does not grow. */
const MAX_UNANSWERED = 100;

/** Files through the client, which sees remote and virtual file systems too. */
export function clientFiles(connection: Connection): Files {
  let unanswered = 0;
  const ask = async (method: string, params: object): Promise<unknown> => {
    if (unanswered >= MAX_UNANSWERED) throw new Error('The client does not answer.');
    unanswered++;
    try {
      return await connection.sendRequest<unknown>(method, params);
    } finally {
      unanswered--;
    }
  };
  return {
    find: async (folder, more = []) => readFound(await ask(FILES, { folder, more })),
    read: async (uri, more = []) => {
      const answer = await ask(TEXT, { uri, more });
      if (answer === null) return undefined;
      if (typeof answer !== 'string') throw new TypeError('The client did not answer with a text.');
      return answer;
    },
  };
}

/** Local files as the host reads them, and those of other file systems through the client. */
export function combinedFiles(local: Files | undefined, others: Files | undefined): Files | undefined {
  if (local === undefined || others === undefined) return local ?? others;
  const forUri = (uri: string): Files => (uri.startsWith('file:') ? local : others);
  return {
    find: (folder, more) => forUri(folder).find(folder, more),
    read: (uri, more) => forUri(uri).read(uri, more),
  };
}

/** The same files, and those that some globs match. */
export const filesWith = (files: Files, more: readonly string[]): Files =>
  more.length === 0 ? files : { find: (folder) => files.find(folder, more), read: (uri) => files.read(uri, more) };

function readFound(answer: unknown): FoundFiles {
  if (!isRecord(answer) || !Array.isArray(answer['uris']))
    throw new TypeError('The client did not answer with a list of files.');
  return {
    uris: answer['uris'].filter((uri): uri is string => typeof uri === 'string'),
    isCut: answer['isCut'] === true,
  };
}
