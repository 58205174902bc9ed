/** Keeps a text in the fragment of an address, so that a link shows it again. The fragment is never sent to a server. */
import type { Subject } from '../../server/playground/messages';

/** UTF-16 units of a fragment that is read or written. Longer addresses are cut by some programs. */
const MOST_FRAGMENT = 30_000;

/** Bytes of the text with its path, uncompressed. A small fragment could become any number of them. */
const MOST_BYTES = 200_000;

/** UTF-16 units of a path. */
const MOST_PATH = 300;

/** Before the data, so that another form can be told apart later. */
const FORM = '#1=';

/** The fragment for a text; undefined for one that is too long. */
export async function fragmentOf({ text, path, format }: Subject): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(JSON.stringify([text, path, format ?? null]));
  if (bytes.length > MOST_BYTES) return undefined;
  const packed = await through(bytes, new CompressionStream('deflate-raw'), Number.POSITIVE_INFINITY);
  const letters = Array.from(packed ?? [], (byte) => String.fromCharCode(byte)).join('');
  const fragment = FORM + btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return fragment.length > MOST_FRAGMENT ? undefined : fragment;
}

/** The text in a fragment; undefined when there is none, or one that cannot be read. */
export async function textIn(fragment: string): Promise<Subject | undefined> {
  if (!fragment.startsWith(FORM) || fragment.length > MOST_FRAGMENT) return undefined;
  try {
    const letters = atob(fragment.slice(FORM.length).replaceAll('-', '+').replaceAll('_', '/'));
    const packed = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const bytes = await through(packed, new DecompressionStream('deflate-raw'), MOST_BYTES);
    return bytes && subjectIn(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    // A link that was cut, or that something else has written.
    return undefined;
  }
}

function subjectIn(read: unknown): Subject | undefined {
  if (!Array.isArray(read)) return undefined;
  const [text, path, format] = read;
  if (typeof text !== 'string' || typeof path !== 'string' || path.length > MOST_PATH) return undefined;
  return typeof format === 'string' ? { text, path, format } : { text, path };
}

/** The bytes that a stream makes of others; undefined when there are more than `most`, which are not read then. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    parts.push(part.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
