/** Finds text that is UTF-8 read in a one-byte encoding (mojibake), and what it was. */
import { runsBeyondAscii } from './beyondAscii';
import { type LegacyEncoding, legacyEncodings } from './legacyEncodings';
import { memo } from './memo';
import { type Span, textAt } from './span';
import { type Decoded, decodeUtf8 } from './utf8';

/** A run of non-ASCII characters, with the text that its bytes encode. */
export interface MisreadRun extends Decoded {
  readonly span: Span;
}

/** The runs that one encoding explains. */
export interface Misreading {
  readonly encoding: string;
  readonly runs: readonly MisreadRun[];
  /** Whether these are all the characters beyond ASCII, so that the whole text goes back to bytes and is valid UTF-8. */
  readonly complete: boolean;
}

/**
 * The encoding that explains most of the runs beyond ASCII in the text, which are given when they are known; undefined when none explains any.
 *
 * A sequence of UTF-8 beyond ASCII has no ASCII byte in it, so a misread one never leaves its run, and a run that does not go
 * back to valid UTF-8 as a whole was not misread as a whole. One pass over the text for each encoding.
 */
export function misreadingOf(text: string, all = runsBeyondAscii(text)): Misreading | undefined {
  // Nothing else begins a sequence of UTF-8, which has two bytes at least, and most runs are not misread.
  const some = all.filter(({ start, end }) => end - start > 1 && firsts.has(text.charCodeAt(start)));
  if (some.length === 0) return undefined;
  let best: Misreading | undefined;
  const decoded = some.map((run) => decodedRun(textAt(text, run)));
  for (const [i, [encoding]] of tables.entries()) {
    const runs = some.flatMap((run, at): readonly MisreadRun[] => {
      const one = decoded[at]?.[i];
      return one === undefined ? [] : [{ ...one, span: run }];
    });
    if (runs.length > (best?.runs.length ?? 0)) best = { encoding, runs, complete: runs.length === all.length };
  }
  return best;
}

/** What a run means in each encoding, in their order. Texts have few different runs. */
const decodedRun = memo(1 << 16, (run) => tables.map(([, bytesByCode]) => decodedIn(run, bytesByCode)));

function decodedIn(run: string, bytesByCode: ReadonlyMap<number, number>): Decoded | undefined {
  if (!isFirst(bytesByCode.get(run.charCodeAt(0)))) return undefined;
  const bytes: number[] = [];
  for (let at = 0; at < run.length; at++) {
    const byte = bytesByCode.get(run.charCodeAt(at));
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  return decodeUtf8(bytes);
}

const tables: readonly (readonly [string, ReadonlyMap<number, number>])[] = legacyEncodings.map((encoding) => [
  encoding.name,
  tableOf(encoding),
]);

/** Whether a byte begins a sequence of UTF-8. */
const isFirst = (byte: number | undefined): boolean => byte !== undefined && byte >= 0xc2 && byte <= 0xf4;

/** The characters that are such a byte in one of the encodings. */
const firsts: ReadonlySet<number> = new Set(
  tables.flatMap(([, table]) => [...table].flatMap(([code, byte]) => (isFirst(byte) ? [code] : []))),
);

function tableOf({ upper, also }: LegacyEncoding): ReadonlyMap<number, number> {
  const table = new Map<number, number>();
  for (let i = 0; i < upper.length; i++) table.set(upper.charCodeAt(i), 0x80 + i);
  for (let i = 0; i + 1 < also.length; i += 2) {
    const byte = table.get(also.charCodeAt(i + 1));
    if (byte !== undefined) table.set(also.charCodeAt(i), byte);
  }
  return table;
}
