/** The size beyond which nothing of a file is read, so that no file can use up time or memory. */
import { bytesIn } from '../text/byteLength';
import { span } from '../text/span';
import { bodyOf } from './body/body';
import type { AgentFile } from './tree';

/** In bytes of UTF-8. Agent files have a few kilobytes. */
export const MAX_FILE_BYTES = 1_048_576;

/** Whether a file is too large to be read. It then has no frontmatter and an empty body, and no line index. */
export const isTooLarge = ({ problems }: AgentFile): boolean => problems[0]?.code === 'file-limit';

/** A file of which nothing is read. Its text stays, so that its size can be asked. */
export const tooLarge = (text: string): AgentFile => ({
  source: {
    text,
    lineStarts: [0],
    get bytes() {
      return bytesIn(text);
    },
    version: {},
    changed: undefined,
  },
  frontMatter: undefined,
  body: bodyOf(text, text.length),
  problems: [{ code: 'file-limit', span: span(0, text.startsWith('---') ? 3 : 0), detail: '' }],
});
