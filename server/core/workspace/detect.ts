/** Which dialect a file is written in, by where it lies and what lies beside it. */

import type { Format } from '../hosts/host';
import { formats } from '../hosts/index';
import { matchesGlob } from './glob';
import { unknownWorkspace, type Workspace } from './workspace';

/** Folders deep that a plugin may lie above its agents; a path of more is not searched further. */
const MAX_QUESTIONS = 8;

/**
 * The dialect of the file at `path` (`/` between names, or a URI), or undefined when it is no agent file of a known host.
 * Dialects that depend on a file beside the folder count only when `workspace` knows that file to be there.
 */
export function detect(path: string, workspace: Workspace = unknownWorkspace): Format | undefined {
  const plain = decoded(path).replaceAll('\\', '/');
  return formats.find((format) => {
    if (!format.files.some((glob) => matchesGlob(plain, glob))) return false;
    return (
      format.beside === undefined || besidesOf(path, format).some((file) => workspace.presence(file) === 'present')
    );
  });
}

/** The files whose presence decides about `path`, for the host to look at; none when the path alone decides. */
export function questionsAbout(path: string): readonly string[] {
  const plain = decoded(path).replaceAll('\\', '/');
  const matching = formats.filter((format) => format.files.some((glob) => matchesGlob(plain, glob)));
  return matching[0]?.beside === undefined ? [] : matching.flatMap((format) => besidesOf(path, format));
}

/** Where the file that makes the difference may lie: beside each folder of the right name on the path, the nearest first. */
function besidesOf(path: string, { beside }: Format): readonly string[] {
  if (beside === undefined) return [];
  const found: string[] = [];
  const inner = `/${beside.folder}/`;
  for (
    let at = path.lastIndexOf(inner);
    at >= 0 && found.length < MAX_QUESTIONS;
    at = path.lastIndexOf(inner, at - 1)
  ) {
    found.push(`${path.slice(0, at)}/${beside.file}`);
    if (at === 0) break;
  }
  if (path.startsWith(`${beside.folder}/`)) found.push(beside.file);
  return found;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a stray percent sign: not percent-encoded after all
  }
}
