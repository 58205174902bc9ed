/** `parse`: from any text to the document model. */
import { changeBetween, type TextChange } from '../text/change';
import { changedSource, hasMoreBytes, type Source, sourceOf } from '../text/source';

import { bodyOf } from './body/body';
import { isTooLarge, MAX_FILE_BYTES, tooLarge } from './fileSize';
import { excess } from './frontMatter/guard';
import { type Pieces, recover } from './frontMatter/recover';
import { split } from './frontMatter/split';
import { readYaml } from './frontMatter/yaml';
import type { AgentFile, FrontMatter } from './tree';

/**
 * Parses an agent file. Never throws; work is linear in the text. Nothing of a text over `MAX_FILE_BYTES` is read.
 * @param text The file's text, with its byte order mark if it has one.
 * @param knownKeys The keys of the format, used only to find the entries again when the frontmatter is broken.
 * @param before Another version of the text, so that only changed parts of the body are read; the result is the same without it.
 */
export function parse(text: string, knownKeys?: ReadonlySet<string>, before?: AgentFile): AgentFile {
  const known = before === undefined || isTooLarge(before) ? undefined : before;
  const change = known && changeBetween(known.source.text, text);
  const source = known && change ? changedSource(known.source, text, change) : sourceOf(text);
  if (hasMoreBytes(source, MAX_FILE_BYTES)) return tooLarge(text);
  const taken = known && change && { change, body: known.body };
  if (known?.frontMatter !== undefined && change !== undefined && isSoundBefore(change, known)) {
    const { frontMatter, problems } = known;
    return { source, frontMatter, body: bodyOf(text, frontMatter.span.end, taken), problems };
  }
  const knows = (key: string): boolean => knownKeys?.has(key) ?? true;
  const { frontMatter, bodyStart, problems } = split(text, knows);
  const body = bodyOf(text, bodyStart, taken);
  if (frontMatter === undefined) return { source, frontMatter: undefined, body, problems };
  const read = readFrontMatter(source, frontMatter, knows);
  return {
    source,
    frontMatter: { ...frontMatter, entries: read.entries, recovered: read.recovered },
    body,
    problems: [...problems, ...read.problems].sort((a, b) => a.span.start - b.span.start),
  };
}

/**
 * Whether the frontmatter ends before the change and has no problems. Then nothing in it depends on what follows, nor on the known
 * keys. A change right at its end may add to the line end of its last line.
 */
const isSoundBefore = ({ start }: TextChange, { frontMatter, problems }: AgentFile): boolean =>
  frontMatter?.closed === true && problems.length === 0 && start > frontMatter.span.end;

interface Read extends Pieces {
  readonly recovered: boolean;
}

function readFrontMatter(
  source: Source,
  frontMatter: Omit<FrontMatter, 'entries' | 'recovered'>,
  knows: (key: string) => boolean,
): Read {
  if (frontMatter.language !== '' && frontMatter.language !== 'yaml' && frontMatter.language !== 'yml') {
    return { entries: [], problems: [], recovered: false };
  }
  const tooMuch = excess(source.text.slice(frontMatter.content.start, frontMatter.content.end));
  if (tooMuch === undefined) {
    const whole = readYaml(source.text, frontMatter.content);
    if (!whole.problems.some((problem) => problem.code === 'yaml')) {
      return { entries: whole.entries, problems: [...whole.problems, ...whole.dangling], recovered: false };
    }
    const pieces = recover(source.text, frontMatter.content, knows);
    // Each piece may be sound although the whole is not; then the parser's first complaint about the whole must be.
    const problems = pieces.problems.length > 0 ? pieces.problems : whole.problems.slice(0, 1);
    return { entries: pieces.entries, problems, recovered: true };
  }
  const pieces = recover(source.text, frontMatter.content, knows);
  // A piece that exceeds a bound is reported at its own key; otherwise the frontmatter as a whole is.
  const isSaid = pieces.problems.some((problem) => problem.code === 'limit');
  const problems = isSaid
    ? pieces.problems
    : [{ code: 'limit', span: frontMatter.opener, detail: tooMuch } as const, ...pieces.problems];
  return { entries: pieces.entries, problems, recovered: true };
}
