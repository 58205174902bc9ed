/** The area `framing`: the guard on the byte stream accepts every valid frame, and judges bytes however they are divided. */
import assert from 'node:assert/strict';
import { Framing } from '../../../server/node/framing';
import { type Area, areaOf, type Checked } from '../area';
import { textReductions } from '../minimize';
import type { Random } from '../random';

interface Stream {
  /** Each character is a byte. */
  readonly bytes: string;
  /** Whether every frame is valid. */
  readonly isValid: boolean;
  /** Decides where the bytes are divided. */
  readonly chunk: number;
}

export const framing: Area = areaOf<Stream>({
  name: 'framing',
  promise: 'Valid frames are accepted, and a fault is found at the same byte however the bytes arrive',
  subject: 'bytes',
  make: (random) => {
    const frames = Array.from({ length: 1 + random.int(4) }, () => frameOf(random)).join('');
    const isValid = random.chance(0.4);
    return { bytes: isValid ? frames : damaged(frames, random), isValid, chunk: 1 + random.int(20) };
  },
  check: checkStream,
  reductions: textReductions<Stream>(
    ({ bytes }) => bytes,
    (input, bytes) => ({ ...input, bytes, isValid: false }),
  ),
  show: ({ bytes, chunk }) => `${JSON.stringify(bytes)} in chunks of ${chunk}`,
});

function frameOf(random: Random): string {
  const body = random.pick(['{}', '{"jsonrpc":"2.0","method":"x"}', '', 'Content-Length: 3\r\n\r\n', '\0\xff']);
  const name = random.pick(['Content-Length', 'content-length', 'CONTENT-LENGTH']);
  const more = random.pick(['', 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n', 'X: \r\n']);
  return `${random.chance(0.5) ? more : ''}${name}:${random.pick(['', ' ', '  '])}${body.length}\r\n${''}\r\n${body}`;
}

const pieces = [
  '\r',
  '\n',
  '\r\n\r\n',
  ':',
  'Content-Length: ',
  '-1',
  '99999999999',
  '1e3',
  '\0',
  '\xff',
  'x'.repeat(9_000),
  ' ',
];

function damaged(frames: string, random: Random): string {
  let bytes = frames;
  for (let left = 1 + random.int(3); left > 0; left--) {
    const at = random.int(bytes.length + 1);
    bytes = bytes.slice(0, at) + (random.chance(0.6) ? random.pick(pieces) : '') + bytes.slice(at + random.int(3));
  }
  return bytes;
}

function checkStream({ bytes, isValid, chunk }: Stream): Checked {
  const faults = [chunk, 1, bytes.length].map((size) => {
    const guard = new Framing();
    for (let at = 0; at < bytes.length; at += size) {
      const fault = guard.take(Buffer.from(bytes.slice(at, at + size), 'latin1'));
      if (fault !== undefined) return fault;
    }
    return undefined;
  });
  if (isValid) assert.deepEqual(faults[0], undefined, 'valid frames are accepted');
  assert.ok(
    faults.every((fault) => fault === faults[0]),
    `the fault depends on the chunks: ${faults.join(' / ')}`,
  );
  return { counts: { bytes: bytes.length, faults: faults[0] === undefined ? 0 : 1 } };
}
