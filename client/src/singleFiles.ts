/** Answers what the server asks about single files. They may be in any file system of the workspace, also a remote or virtual one. */
import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import { configurationEndings, readFiles } from './agentFiles';

/** Whether a file or folder exists. Rejects when that cannot be determined. */
export async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

/** In bytes. Configuration files and manifests have a few kilobytes, and the server reads no more than that. */
const MAX_CONFIG_BYTES = 256 * 1024;

/** The text of a configuration file or manifest, or null. No other file can be read. */
export async function configurationText({ uri }: { readonly uri: string }): Promise<string | null> {
  const file = Uri.parse(uri);
  const isRead = readFiles.some((name) => file.path.endsWith(`/${name}`));
  if (!isRead && !configurationEndings.some((ending) => file.path.endsWith(ending))) return null;
  try {
    const { type, size } = await workspace.fs.stat(file);
    if ((type & FileType.File) === 0 || size > MAX_CONFIG_BYTES) return null;
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    return null;
  }
}
