/** Says once per folder what most of its files do alike: a collection does it on purpose. */
import { folderOf, rules } from '../core/index';
import { counted } from './printable';
import type { ReportedFile } from './reported';

/** With fewer files, a folder does not count as a collection. */
const MIN_FILES = 5;

const collective: ReadonlySet<string> = new Set(rules.filter((rule) => rule.collective === true).map(({ id }) => id));

/** A finding of one file, by its place in the list. */
interface Place {
  readonly file: number;
  readonly finding: number;
}

/**
 * The files with those hints only once that at least half of the agents in a folder have in common. The first one says how many
 * other files it is about.
 */
export function oncePerFolder(files: readonly ReportedFile[]): readonly ReportedFile[] {
  const sizes = new Map<string, number>();
  const places = new Map<string, Place[]>();
  for (const [file, { path, findings }] of files.entries()) {
    const folder = folderOf(path);
    sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
    const seen = new Set<string>();
    for (const [finding, one] of findings.entries()) {
      if (one.severity !== 'hint' || !collective.has(one.rule)) continue;
      const key = JSON.stringify([folder, one.rule, one.about ?? '']);
      const known = places.get(key) ?? [];
      // A second one in the same file is said where it is.
      if (!seen.has(key)) known.push({ file, finding });
      seen.add(key);
      places.set(key, known);
    }
  }
  const gone = new Set<string>();
  const more = new Map<string, number>();
  for (const [key, known] of places) {
    const [folder = ''] = JSON.parse(key) as readonly string[];
    const [first, ...others] = known;
    if (first === undefined || known.length < MIN_FILES || known.length * 2 < (sizes.get(folder) ?? 0)) continue;
    more.set(idOf(first), others.length);
    for (const other of others) gone.add(idOf(other));
  }
  return files.map((checked, file) => ({
    ...checked,
    findings: checked.findings.flatMap((one, finding) => {
      const id = idOf({ file, finding });
      const count = more.get(id);
      if (gone.has(id)) return [];
      return count === undefined
        ? [one]
        : [{ ...one, message: `${one.message} The same is true of ${counted(count, 'more file')} in this folder.` }];
    }),
  }));
}

const idOf = ({ file, finding }: Place): string => `${file}:${finding}`;
