/** The pages in the package, read-only and under a scheme of their own, for which VS Code shows Markdown rendered. */
import {
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type FileChangeEvent,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  workspace,
} from 'vscode';
import { pageTexts } from './pageTexts';

/** Also in `package.json`: there, an editor association opens the scheme's Markdown in the preview. */
const SCHEME = 'agent-authoring-docs';

/** The folder with a page for each rule, for the links of diagnostics. */
export const rulePages = `${SCHEME}:/rules`;

/** @param path Below `docs/`. */
export const pageUri = (path: string): Uri => Uri.from({ scheme: SCHEME, path: `/${path}` });

/** Makes the pages readable. */
export const registerPages = ({ extensionUri }: ExtensionContext): Disposable =>
  workspace.registerFileSystemProvider(SCHEME, new Pages(Uri.joinPath(extensionUri, 'dist/pages.json')), {
    isReadonly: true,
    isCaseSensitive: true,
  });

class Pages implements FileSystemProvider {
  readonly #changes = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;

  #texts: Promise<ReadonlyMap<string, string>> | undefined;

  /** @param pages The file with all of them. */
  constructor(readonly pages: Uri) {}

  watch(): Disposable {
    return { dispose: () => undefined };
  }

  async stat(uri: Uri): Promise<FileStat> {
    const { byteLength } = await this.readFile(uri);
    return { type: FileType.File, ctime: 0, mtime: 0, size: byteLength };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    this.#texts ??= this.#read();
    const text = (await this.#texts).get(uri.path.slice(1));
    if (text === undefined) throw FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(text);
  }

  async #read(): Promise<ReadonlyMap<string, string>> {
    return pageTexts(new TextDecoder().decode(await workspace.fs.readFile(this.pages)));
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory = refuse;
  writeFile = refuse;
  delete = refuse;
  rename = refuse;
}

function refuse(uri: Uri): never {
  throw FileSystemError.NoPermissions(uri);
}
