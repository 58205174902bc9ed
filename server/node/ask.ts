/** Asks a person on the terminal under Node. */
import { readSync } from 'node:fs';
import { decode } from './files';
import { readWaiting } from './stdin';

/** In bytes. Answers are words. */
const MAX_LINE = 4096;

/**
 * A function that writes a question and waits for a line, without the line end; undefined at the end of input.
 * @param write Shows the question.
 * @param read As `readSync` of Node.
 */
export const askerWith =
  (write: (text: string) => void, read: typeof readSync = readSync) =>
  (question: string): string | undefined => {
    write(question);
    const bytes: number[] = [];
    // One byte at a time, because what comes after the line is the answer to the next question.
    for (const one = new Uint8Array(1); bytes.length < MAX_LINE; ) {
      const count = countRead(one, read);
      const [byte = LINE_END] = one;
      if (count === 0 && bytes.length === 0) return undefined;
      if (count === 0 || byte === LINE_END) break;
      bytes.push(byte);
    }
    const line = decode(Buffer.from(bytes));
    return line.kind === 'text' ? line.text.replace(/\r$/, '') : '';
  };

const LINE_END = 0x0a;

/** The number of bytes; none when the terminal is closed or fails. */
function countRead(bytes: Uint8Array, read: typeof readSync): number {
  try {
    return readWaiting(bytes, read);
  } catch {
    return 0;
  }
}
