/** Rule: instructions that are longer than the host reads, so that the rest of them does not reach the model. */
import { foldersOf } from '../agent/sharedLimit';
import type { Format } from '../hosts/host';
import { offsetOfByte } from '../text/byteLength';
import { document } from '../text/document';
import { lineFrom } from '../text/lines';
import { withCommas } from '../text/numbers';
import { hasMoreBytes, sourceOf } from '../text/source';
import { span } from '../text/span';
import type { Workspace } from '../workspace/workspace';
import type { Rule } from './rule';

const path = 'team/RULES.md';

export const instructionsCut: Rule = {
  id: 'instructions-cut',
  title: 'Instructions longer than the host reads',
  why: 'A host reads only so many bytes of the instructions for a project and ignores the rest, often in the middle of a sentence. The model does not know that something is missing.',
  severity: 'warning',
  kinds: ['instructions'],
  asksAboutFiles: true,
  bad: [
    {
      path,
      readsBytes: 38,
      text: document`
        # Rules

        Run the tests. Never push to main.
                                     ^^^^^ instructions-cut
        Ask before a release.
        `,
    },
    {
      path,
      readsBytes: 13,
      text: document`
        # Rules

        äöü
          ^ instructions-cut
        `,
    },
  ],
  good: [
    {
      path,
      readsBytes: 90,
      text: document`
        ---
        title: Rules
        ---
        # Rules

        Run the tests. [Never](never.md) push to main.
        `,
    },
    { path, readsBytes: 13, text: '# Rules\n\nRun.\n\n\n' },
  ],
  *check({ file: { source }, format, path }, { workspace }) {
    const { host, readsBytes, replacedBy } = format;
    if (readsBytes === undefined) return;
    const taken = takenAbove(path, format, workspace);
    if (taken === undefined || !hasMoreBytes(source, readsBytes.max - taken)) return;
    // Where another file takes its place, nothing of it is read.
    const instead = path === undefined ? undefined : replacedBy?.(path);
    if (instead !== undefined && workspace.presence(instead) === 'present') return;
    const { text } = source;
    const cut = offsetOfByte(text, Math.max(0, readsBytes.max - taken));
    const start = cut + (/^\s*/.exec(text.slice(cut))?.[0].length ?? 0);
    if (start === text.length) return;
    const max = withCommas(readsBytes.max);
    const why =
      taken === 0
        ? `${host.name} reads ${max} bytes of instructions, so it ignores the text from here on. Files in the folders above count too. Shorten the text`
        : `${host.name} reads ${max} bytes of instructions in all, and the files in the folders above have ${withCommas(taken)}, so it ignores the text from here on. Shorten one of the files`;
    yield { span: span(start, lineFrom(text, start).end), message: `${why}, or set \`${readsBytes.setting}\`.` };
  },
};

/**
 * The bytes of the files above that count for the same limit, as far as they are known.
 * @returns undefined when the limit may be another one.
 */
function takenAbove(path: string | undefined, format: Format, workspace: Workspace): number | undefined {
  const folders = foldersOf(path, format);
  const setting = format.readsBytes?.setting ?? '';
  for (const { settings } of folders)
    if (settings !== undefined && workspace.presence(settings) === 'present') {
      const text = workspace.manifest(settings);
      if (text === undefined || text.includes(setting)) return undefined;
    }
  const root = folders.findIndex((folder) => workspace.presence(folder.root) === 'present');
  // Outside a repository, only the folder itself counts.
  return folders.slice(0, root + 1).reduce((sum, { files }) => sum + bytesOfFirst(files, workspace), 0);
}

/** The bytes of the first file that is there; 0 where that is not known. */
function bytesOfFirst(files: readonly string[], { presence, manifest, bytes }: Workspace): number {
  const file = files[files.findIndex((one) => presence(one) !== 'absent')] ?? '';
  const text = manifest(file);
  if (text === undefined) return bytes?.(file) ?? 0;
  return text.trim() === '' ? 0 : sourceOf(text).bytes;
}
