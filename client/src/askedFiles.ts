/** Reports the creation and deletion of exactly those files that the server has asked about, whichever program does it. */
import { type Event, type FileSystemWatcher, Uri, workspace } from 'vscode';

/** Beyond that, all are forgotten; the server asks again when a document is opened or saved. */
const MAX_PLACES = 20_000;

/**
 * The watcher, for `synchronize.fileEvents`. It sees every event that VS Code has for the workspace, whose folders VS Code watches
 * anyway, and passes on only what the server can use. Files outside the workspace are not watched.
 */
export class AskedFiles implements FileSystemWatcher {
  readonly ignoreCreateEvents = false;
  readonly ignoreChangeEvents = true;
  readonly ignoreDeleteEvents = false;
  readonly onDidCreate: Event<Uri>;
  readonly onDidChange: Event<Uri>;
  readonly onDidDelete: Event<Uri>;
  readonly #watcher = workspace.createFileSystemWatcher('**', false, true, false);
  /** The files and all folders above them, because of a folder that is moved or deleted VS Code reports only the folder. */
  readonly #places = new Set<string>();

  constructor() {
    this.onDidCreate = this.#known(this.#watcher.onDidCreate);
    this.onDidChange = this.#watcher.onDidChange;
    this.onDidDelete = this.#known(this.#watcher.onDidDelete);
  }

  /** The server has asked whether a file exists. */
  add(file: Uri): void {
    if (this.#places.size > MAX_PLACES) this.#places.clear();
    for (let place = file; !this.#places.has(place.toString()); place = Uri.joinPath(place, '..'))
      this.#places.add(place.toString());
  }

  dispose(): void {
    this.#watcher.dispose();
  }

  #known(event: Event<Uri>): Event<Uri> {
    return (listener, self, disposables) =>
      event((uri) => this.#places.has(uri.toString()) && listener.call(self, uri), undefined, disposables);
  }
}
