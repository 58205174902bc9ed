/** From the text of a TOML file to the document model: fields in place of frontmatter, and the body in one of the strings. */
import { exceedsBytes } from '../../text/byteLength';
import { sourceOf } from '../../text/source';
import { type Span, span } from '../../text/span';
import { bodyOf } from '../body/body';
import { MAX_FILE_BYTES, tooLarge } from '../fileSize';
import type { AgentFile, Entry } from '../tree';
import { innerOf, stringAt } from './strings';
import { readToml } from './toml';

/**
 * Parses a TOML file. Never throws; work is linear in the text.
 *
 * Its fields are the `entries` of frontmatter that is the whole text, without dashes. The body is what is inside the string of
 * several lines of the key `prompt`, where each character of it is one of the file; otherwise it is empty, and after all text.
 */
export function parseToml(text: string, prompt: string): AgentFile {
  if (exceedsBytes(text, MAX_FILE_BYTES)) return tooLarge(text);
  const { entries, problems } = readToml(text);
  const body = promptSpan(text, entries, prompt);
  const whole = span(0, text.length);
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const end = span(text.length, text.length);
  return {
    source: sourceOf(text),
    frontMatter: {
      span: whole,
      opener: span(start, start),
      content: span(start, text.length),
      closer: end,
      closed: true,
      language: 'toml',
      entries,
      recovered: problems.length > 0,
    },
    body: bodyOf(text.slice(0, body.end), body.start),
    problems,
  };
}

/** What is inside the string of a key, where offsets in the string are offsets in the file. */
function promptSpan(text: string, entries: readonly Entry[], prompt: string): Span {
  const value = entries.find(({ key }) => key === prompt)?.value;
  if (value?.kind === 'broken') return unclosedSpan(text, value.span) ?? span(text.length, text.length);
  const read = value?.kind === 'scalar' ? stringAt(text, value.span.start, value.span.end) : undefined;
  return read?.isVerbatim === true && read.isMultiline ? read.inner : span(text.length, text.length);
}

/** What is inside a string of several lines whose closing quotes are not typed yet. */
function unclosedSpan(text: string, { start, end }: Span): Span | undefined {
  const opener = text.slice(start, start + 3);
  if (opener !== "'''" && opener !== '"""') return undefined;
  const inner = innerOf(text, span(start + 3, end), true);
  const written = text.slice(inner.start, inner.end);
  return written.includes(opener) || (opener === '"""' && written.includes('\\')) ? undefined : inner;
}
