/**
 * Checks the message headers of LSP's base protocol as bytes pass by. The library's reader cannot recover from a wrong header: it
 * drops it and reads the body as the next header. So the server reports the fault and ends.
 */

/**
 * In bytes. A header is one or two lines, and a body is at most a document: VS Code opens up to 50 MB, and JSON may take six bytes
 * for one. The server ends at a longer one, because it cannot know what the message was.
 */
export const limits = { header: 8 * 1024, body: 256 * 1024 * 1024 } as const;

const CR = 0x0d;
const LF = 0x0a;
const TAB = 0x09;
const COLON = 0x3a;

/** A state machine that reads headers and skips bodies, in linear time, for any division into chunks. */
export class Framing {
  /** The complete lines of the current header, and the incomplete one. */
  #lines: string[] = [];
  #line = '';
  /** Bytes of that header, and remaining bytes of the body. */
  #size = 0;
  #body = 0;

  /**
   * Takes the next bytes.
   * @returns What is wrong with them, as the end of a sentence, or undefined. Bytes after a fault cannot be read.
   */
  take(chunk: Uint8Array): string | undefined {
    for (let at = 0; at < chunk.length; ) {
      if (this.#body > 0) {
        const skipped = Math.min(this.#body, chunk.length - at);
        this.#body -= skipped;
        at += skipped;
        continue;
      }
      const fault = this.#headerByte(chunk[at] ?? 0);
      if (fault !== undefined) return fault;
      at++;
    }
    return undefined;
  }

  #headerByte(byte: number): string | undefined {
    this.#size++;
    if (this.#size > limits.header) return `a header is longer than ${limits.header} bytes`;
    const isAfterCr = this.#line.endsWith('\r');
    if (isAfterCr !== (byte === LF)) return 'a line of a header does not end in CRLF';
    if (byte === LF) return this.#lineEnd(this.#line.slice(0, -1));
    if (byte !== CR && byte !== TAB && (byte < 0x20 || byte > 0x7e)) return 'a header is not plain ASCII';
    // Reported at once, because a body that is read as a header may never end its line.
    if (byte !== CR && byte !== COLON && !isNameByte(byte) && !this.#line.includes(':')) return 'a header has no name';
    this.#line += String.fromCharCode(byte);
    return undefined;
  }

  #lineEnd(line: string): string | undefined {
    this.#line = '';
    if (line !== '') {
      this.#lines.push(line);
      return undefined;
    }
    const length = lengthFrom(this.#lines);
    this.#lines = [];
    this.#size = 0;
    if (typeof length === 'string') return length;
    this.#body = length;
    return undefined;
  }
}

/** Whether a byte may be in a header's name: a letter, digit or hyphen. */
const isNameByte = (byte: number): boolean =>
  (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x2d;

/** The content length in header lines, or what is wrong with them. */
function lengthFrom(lines: readonly string[]): number | string {
  let length: number | undefined;
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon < 1) return 'a header has no name';
    if (line.slice(0, colon).toLowerCase() !== 'content-length') continue;
    const value = line.slice(colon + 1).trim();
    if (!/^[0-9]{1,10}$/.test(value)) return 'a content length is not a number';
    if (length !== undefined && length !== Number(value)) return 'a header has two content lengths';
    length = Number(value);
  }
  if (length === undefined) return 'a header has no content length';
  return length > limits.body ? `a message is longer than ${limits.body} bytes` : length;
}
