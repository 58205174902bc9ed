/** Finds text that is UTF-8 read in a one-byte encoding (mojibake), and what it was. */
import { runsBeyondAscii, runsIn } from './beyondAscii';
import { type LegacyEncoding, legacyEncodings } from './legacyEncodings';
import { searchOf } from './lineSearch';
import { memo } from './memo';
import type { Source } from './source';
import { moved, type Span, textAt } from './span';
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
 * The encoding that explains most of the runs beyond ASCII in the text; undefined when none explains any.
 *
 * A sequence of UTF-8 beyond ASCII has no ASCII byte in it, so a misread one never leaves its run, and a run that does not go
 * back to valid UTF-8 as a whole was not misread as a whole. One pass over the text.
 */
export function misreadingOf(text: string): Misreading | undefined {
  const runs = runsBeyondAscii(text);
  return bestOf(candidatesAmong(text, runs), runs.length);
}

/** The same for a file. */
export const misreadingIn = (source: Source): Misreading | undefined =>
  bestOf(candidatesIn(source), runsIn(source).length);

/** A run that begins like a misread one, with what it means in each encoding, in their order. */
interface Candidate {
  readonly span: Span;
  readonly meanings: readonly (Decoded | undefined)[];
}

/** Nothing else begins a sequence of UTF-8, which has two bytes at least, and most runs are not misread. */
const candidatesAmong = (text: string, runs: readonly Span[]): readonly Candidate[] =>
  runs.flatMap((run) =>
    run.end - run.start > 1 && firsts.has(text.charCodeAt(run.start))
      ? [{ span: run, meanings: decodedRun(textAt(text, run)) }]
      : [],
  );

const candidatesIn = searchOf({
  find: (text, start, end) => candidatesAmong(text, runsBeyondAscii(text, start, end)),
  startOf: ({ span }) => span.start,
  moved: ({ span, meanings }, by) => ({ span: moved(span, by), meanings }),
});

/** @param all How many runs the text has. */
function bestOf(candidates: readonly Candidate[], all: number): Misreading | undefined {
  const counts = tables.map((_, i) => candidates.reduce((sum, { meanings }) => sum + (meanings[i] ? 1 : 0), 0));
  const most = counts.reduce((one, other) => Math.max(one, other), 0);
  const best = counts.indexOf(most);
  const encoding = tables[best]?.[0];
  if (most === 0 || encoding === undefined) return undefined;
  const runs = candidates.flatMap(({ span, meanings }) => {
    const decoded = meanings[best];
    return decoded === undefined ? [] : [{ ...decoded, span }];
  });
  return { encoding, runs, complete: most === all };
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
