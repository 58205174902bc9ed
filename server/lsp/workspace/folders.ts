/** The folders of the workspace, and those of the user, as the client and the host give them. */
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { isRecord, type JsonObject } from '../../core/index';

export class Folders {
  #all: readonly string[] = [];
  #user: readonly string[];
  #isTrusted = true;
  /** Whether the last search included the user's folders. */
  #withUser: boolean | undefined;

  /** @param user URIs of the folders in which hosts keep the user's files, unless the client knows better. */
  constructor(
    readonly connection: Connection,
    user: readonly string[],
  ) {
    this.#user = user;
  }

  /** URIs of the workspace folders. */
  get all(): readonly string[] {
    return this.#all;
  }

  /** Reads what `initialize` says of folders, and of the trust in them. */
  initialize({ workspaceFolders, rootUri }: InitializeParams, options: JsonObject): void {
    this.#all = urisOf(workspaceFolders) ?? (typeof rootUri === 'string' ? [rootUri] : []);
    const { userFolders, isTrusted } = options;
    if (Array.isArray(userFolders)) this.#user = userFolders.filter((uri) => typeof uri === 'string');
    this.#isTrusted = isTrusted !== false;
  }

  /** Calls back when folders were added or removed. */
  listen(changed: () => void): void {
    this.connection.workspace.onDidChangeWorkspaceFolders((event) => {
      const removed = new Set(urisOf(event.removed) ?? []);
      this.#all = [...this.#all.filter((uri) => !removed.has(uri)), ...(urisOf(event.added) ?? [])];
      changed();
    });
  }

  /** The folders in which new agents can be, without a slash at the end; none of the user while the workspace is not trusted. */
  get homes(): { readonly projects: readonly string[]; readonly user: readonly string[] } {
    return { projects: this.#all.map((uri) => uri.replace(/\/+$/, '')), user: this.#isTrusted ? this.#user : [] };
  }

  /**
   * The user's folders to search.
   * @param isWanted As the settings say.
   */
  user(isWanted: boolean): readonly string[] {
    this.#withUser = isWanted;
    return isWanted && this.#isTrusted ? this.#user : [];
  }

  /** Whether the last search was made under another setting. */
  isStale(isWanted: boolean): boolean {
    return this.#withUser !== undefined && this.#withUser !== isWanted;
  }
}

const urisOf = (folders: unknown): readonly string[] | undefined =>
  Array.isArray(folders)
    ? folders.flatMap((folder: unknown) =>
        isRecord(folder) && typeof folder['uri'] === 'string' ? [folder['uri']] : [],
      )
    : undefined;
