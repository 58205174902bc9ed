/** The frames of the base protocol, checked byte by byte. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Framing, limits } from '../../server/node/framing';
import { transportFrom } from '../../server/node/transport';
import { runs } from '../seed';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const fault = (text: string): string | undefined => new Framing().take(bytes(text));

describe('frames', () => {
  const good: Readonly<Record<string, string>> = {
    nothing: '',
    'one message': 'Content-Length: 2\r\n\r\n{}',
    'two messages': 'Content-Length: 2\r\n\r\n{}Content-Length: 3\r\n\r\n{ }',
    'a message without a body': 'Content-Length: 0\r\n\r\nContent-Length: 2\r\n\r\n{}',
    'names in any case, blanks or none': 'content-length:2\r\n\r\n{}CONTENT-LENGTH: \t2 \r\n\r\n{}',
    'a content type': 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}',
    'the same length twice': 'Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}',
    'a body of line ends': 'Content-Length: 4\r\n\r\n\r\n\r\nContent-Length: 2\r\n\r\n{}',
    'the greatest length': `Content-Length: ${limits.body}\r\n\r\n`,
    'a header of the greatest size': `X:${'a'.repeat(limits.header - 26)}\r\nContent-Length: 2\r\n\r\n{}`,
    'the beginning of a header': 'Content-Le',
  };
  for (const [what, text] of Object.entries(good)) it(`may be ${what}`, () => assert.equal(fault(text), undefined));

  const bad: Readonly<Record<string, readonly [string, RegExp]>> = {
    'no length': ['X: 1\r\n\r\n', /no content length/],
    'an empty header': ['\r\n\r\n', /no content length/],
    'no name': [': 2\r\n\r\n', /no name/],
    'a blank before the colon': ['Content-Length : 2\r\n\r\n', /no name/],
    'no colon': ['Content-Length 2\r\n\r\n', /no name/],
    'no colon and no blank': ['ContentLength\r\n\r\n', /no name/],
    'a sign': ['Content-Length: +2\r\n\r\n', /not a number/],
    'hexadecimal digits': ['Content-Length: 0x2\r\n\r\n', /not a number/],
    'no digits': ['Content-Length: \r\n\r\n', /not a number/],
    'one byte too many': [`Content-Length: ${limits.body + 1}\r\n\r\n`, /longer than 268435456/],
    'a header one byte too long': [`X:${'a'.repeat(limits.header - 1)}`, /longer than 8192/],
    'a lone CR': ['Content-Length: 2\r \n', /CRLF/],
    'a lone LF': ['Content-Length: 2\n', /CRLF/],
    'letters beyond ASCII': ['Content-Längth: 2', /ASCII/],
  };
  for (const [what, [text, said]] of Object.entries(bad)) {
    it(`may not have ${what}`, () => assert.match(fault(text) ?? '', said));
  }

  it('mean the same however they are split', () => {
    const texts = [...Object.values(good), ...Object.values(bad).map(([text]) => text)].filter(
      ({ length }) => length < 200,
    );
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(fc.nat(20), { maxLength: 30 }), (text, cuts) => {
        const framing = new Framing();
        const all = bytes(text);
        let at = 0;
        let said: string | undefined;
        for (const cut of [...cuts, all.length]) {
          said ??= framing.take(all.subarray(at, at + cut));
          at += cut;
        }
        assert.equal(said, fault(text));
      }),
      runs(100),
    );
  });

  it('of many megabytes in small chunks are checked in linear time', () => {
    const framing = new Framing();
    const start = process.cpuUsage();
    assert.equal(framing.take(bytes(`Content-Length: ${limits.body}\r\n\r\n`)), undefined);
    const chunk = new Uint8Array(4_096);
    for (let sent = 0; sent < limits.body; sent += chunk.length) framing.take(chunk);
    assert.equal(framing.take(bytes('Content-Length: 2\r\n\r\n{}')), undefined);
    const { user, system } = process.cpuUsage(start);
    assert.ok(user + system < 1_000_000, `${user + system} µs of processor time`);
  });
});

describe('the transport on the command line', () => {
  const cases: readonly (readonly [readonly string[], object | undefined])[] = [
    [['--stdio'], { kind: 'stdio' }],
    [['lsp', '--stdio'], { kind: 'stdio' }],
    [['--node-ipc', '--clientProcessId=7'], { kind: 'ipc' }],
    [['--socket=6009'], { kind: 'socket', port: 6009 }],
    [['--socket', '6009'], { kind: 'socket', port: 6009 }],
    [['--pipe=/run/x=y'], { kind: 'pipe', path: '/run/x=y' }],
    [['--pipe', '/run/x'], { kind: 'pipe', path: '/run/x' }],
    [['--socket', '6009', '--stdio'], { kind: 'socket', port: 6009 }],
    [[], undefined],
    [['lsp'], undefined],
    [['--socket'], undefined],
    [['--socket=port'], undefined],
    [['--pipe='], undefined],
    [['stdio'], undefined],
  ];
  for (const [argv, expected] of cases) {
    it(`of '${argv.join(' ')}' is ${JSON.stringify(expected)}`, () => assert.deepEqual(transportFrom(argv), expected));
  }
});
