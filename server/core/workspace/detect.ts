/** Which hosts read a file, and in which format, by where it is and what is beside it. */

import type { Format, Membership } from '../hosts/host';
import { formats, hosts } from '../hosts/index';
import { memo } from '../text/memo';
import { decoded } from '../text/uri';
import { matchesGlob } from './glob';
import { unknownWorkspace, type Workspace } from './workspace';

/** How many folders above an agent are searched for its plugin, at most. */
const MAX_QUESTIONS = 8;

/**
 * Every format in which a host reads the file at `path` (`/` between names, or a URI), the main one first; none when no known
 * host reads it. A host reads a file in one format. Formats that require a file beside the folder count only when
 * `workspace` knows that this file exists. What settings say about the file counts more than its path.
 */
export function detect(path: string, workspace: Workspace = unknownWorkspace): readonly Format[] {
  const assigned = workspace.formatsOf?.(path);
  if (assigned !== undefined) return assigned;
  return hosts.flatMap(({ formats }): readonly Format[] => {
    const format = formats.find((one) => {
      if (one.beside === undefined) return isAmongFiles(path, one);
      // A manifest may list a file that is in no folder of agents.
      const membership = membershipOf(path, one, workspace);
      return membership !== undefined && membership.kind !== 'other';
    });
    return format === undefined ? [] : [format];
  });
}

/** The nearest manifest that may be about the file at `path`; undefined when the format needs none, or none is known to exist. */
export function manifestOf(path: string, format: Format, workspace: Workspace): string | undefined {
  if (format.beside === undefined) return undefined;
  const places = isAmongFiles(path, format) ? besidesOf(path, format) : manifestsAbove(path, format);
  return places.find((file) => workspace.presence(file) === 'present');
}

/** What the nearest manifest says about the file at `path`; undefined when the format needs none, or none is known to exist. */
export function membershipOf(path: string, format: Format, workspace: Workspace): Membership | undefined {
  const { beside } = format;
  const manifest = manifestOf(path, format, workspace);
  if (beside === undefined || manifest === undefined) return undefined;
  return beside.membershipOf(
    workspace.manifest(manifest),
    decoded(path.slice(manifest.length - beside.file.length)).replaceAll('\\', '/'),
  );
}

/** The names of all manifests, from the folder on that they describe. */
export const manifestFiles: readonly string[] = [...new Set(formats.flatMap(({ beside }) => beside?.file ?? []))];

/** The files whose presence decides the formats of `path`, for the caller to look up; none when the path alone decides. */
export function questionsAbout(path: string): readonly string[] {
  const matching = formats.filter((format) => isAmongFiles(path, format));
  return matching[0]?.beside === undefined ? [] : matching.flatMap((format) => besidesOf(path, format));
}

const isAmongFiles = (path: string, format: Format): boolean => formatsAt(path).has(format);

/** The formats of all hosts whose files the path is among. A search asks several times about each path. */
const formatsAt = memo(1 << 18, (path): ReadonlySet<Format> => {
  const plain = decoded(path).replaceAll('\\', '/');
  const name = plain.slice(plain.lastIndexOf('/') + 1);
  return new Set(
    formats.filter(
      ({ files, skips = [], skipsPath }) =>
        files.some((glob) => matchesGlob(plain, glob)) &&
        !skips.some((glob) => matchesGlob(name, glob)) &&
        skipsPath?.(plain) !== true,
    ),
  );
});

/** Where that file may be: beside each folder of the right name on the path, the nearest first. */
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

/** Where a manifest may be that lists a Markdown file: in each folder on its path, the nearest first. */
function manifestsAbove(path: string, { beside }: Format): readonly string[] {
  if (beside === undefined || !path.endsWith('.md')) return [];
  const found: string[] = [];
  for (let at = path.lastIndexOf('/'); at >= 0 && found.length < MAX_QUESTIONS; at = path.lastIndexOf('/', at - 1)) {
    found.push(`${path.slice(0, at)}/${beside.file}`);
    if (at === 0) break;
  }
  return path.startsWith('/') ? found : [...found, beside.file];
}
