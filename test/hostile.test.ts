/** No text makes a feature throw, hang or run anything, and text that was not read is reported. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentOf } from '../server/core/agent/agent';
import { fileOf } from '../server/core/hosts/lookup';
import {
  codeActionsIn,
  completionAt,
  foldingOf,
  formats,
  hoverAt,
  isTooLarge,
  keysOf,
  lint,
  parse,
  symbolsOf,
} from '../server/core/index';
import { hostileTexts } from './hostile';

const [format] = formats;
if (format === undefined) throw new Error('there is no format');
const uri = 'file:///w/.claude/agents/a.md';
const options = { uri, invoked: true, automatic: false };

/** Milliseconds of processor time that one answer may take; what else the machine does is not counted. */
const CAP = 2_000;

function timed<T>(what: string, act: () => T): T {
  const start = process.cpuUsage();
  const result = act();
  const { user, system } = process.cpuUsage(start);
  const took = (user + system) / 1_000;
  assert.ok(took < CAP, `${what} took ${Math.round(took)} ms`);
  return result;
}

/** The beginning, places around the frontmatter's edges, the middle and the end. */
const offsetsOf = (text: string): readonly number[] => [
  0,
  4,
  30,
  50,
  text.indexOf('\n---') + 2,
  text.length >> 1,
  text.length,
];

describe('a hostile text', () => {
  for (const [name, { text, limited, unread }] of Object.entries(hostileTexts)) {
    it(`(${name}) gets every answer in time`, () => {
      const file = timed('parse', () => parse(text, keysOf(format)));
      const agent = agentOf(file, format, uri);
      const { findings, failures } = timed('lint', () => lint(agent));
      assert.deepEqual(failures, []);
      const isCut = file.problems.some(({ code }) => code === 'limit');
      assert.equal(isCut, limited === true, 'whether a part is not read');
      assert.equal(isTooLarge(file), unread === true, 'whether nothing is read');
      if (unread === true)
        assert.deepEqual(
          findings.map(({ rule, severity }) => [rule, severity]),
          [['file-large', 'error']],
        );
      assert.ok(!isCut || findings.some(({ rule }) => rule === 'limit'), 'what is not read is said');
      assert.ok(
        findings.every(({ message }) => message.length < 2_000),
        'messages stay readable',
      );
      for (const offset of offsetsOf(text)) {
        timed(`completion at ${offset}`, () => completionAt(agent, offset));
        timed(`hover at ${offset}`, () => hoverAt(agent, offset));
      }
      const all = { start: 0, end: text.length };
      timed('actions', () => codeActionsIn(agent, all, options));
      timed('fix all', () => codeActionsIn(agent, all, { ...options, only: ['source.fixAll'] }));
      timed('symbols', () => symbolsOf(agent));
      timed('folding', () => foldingOf(agent));
    });
  }

  // A host may look for something in the body that others do not know.
  for (const piece of ['{env:', '{env:a} ', '${env:', '${', '!`', '@{', '`a` ', '[a'])
    for (const separator of ['', '\n'])
      it(`of ${JSON.stringify(piece + separator)}, again and again, is checked in time for every host`, () => {
        const many = (piece + separator).repeat(100_000 / piece.length);
        const text = `---\nname: a\ndescription: Does a thing.\n---\n${many}`;
        for (const one of formats) timed(one.id, () => lint(agentOf(fileOf(text, one), one)));
      });

  it('with the name of an inherited property changes no object', () => {
    const keys = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
    const file = parse(
      '---\n__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}\n---\n',
      keysOf(format),
    );
    lint(agentOf(file, format, uri));
    symbolsOf(agentOf(file, format));
    assert.equal(JSON.stringify(Object.getOwnPropertyNames(Object.prototype)), keys);
    assert.ok(!('polluted' in {}));
    assert.deepEqual(
      file.frontMatter?.entries.map(({ key }) => key),
      ['__proto__', 'constructor'],
    );
  });
});

describe('code in frontmatter', () => {
  const flag = 'agentAuthoringHostileFlag';
  const code = `globalThis.${flag} = true`;
  const words = [
    'js',
    'javascript',
    'JS',
    'JavaScript',
    ' js',
    ' javascript',
    '\tjs',
    'js ',
    'coffee',
    'coffeescript',
    'cson',
  ];
  const data = ['json', 'toml', 'yaml', 'yml', 'JSON'];
  const payloads = [
    `${code}`,
    `(() => { ${code}; return {}; })()`,
    `module.exports = (${code}, {})`,
    `x: !!js/function 'function () { ${code} }'`,
    `x: !!js/function >\n  function () { ${code} }\ny: { toString: !!js/function 'function () { ${code} }' }`,
    `{ "toString": "${code}" }`,
  ];

  for (const word of [...words, ...data]) {
    it(`after ---${JSON.stringify(word)} is not run`, () => {
      assert.ok(!(flag in globalThis));
      for (const payload of payloads) {
        for (const text of [`---${word}\n${payload}\n---\nHi\n`, `\ufeff---${word}\r\n${payload}\r\n---\r\nHi\r\n`]) {
          const file = parse(text, keysOf(format));
          const agent = agentOf(file, format, uri);
          const { failures } = lint(agent);
          assert.deepEqual(failures, []);
          symbolsOf(agent);
          for (let offset = 0; offset < 20; offset++) {
            completionAt(agent, offset);
            hoverAt(agent, offset);
          }
          codeActionsIn(agent, { start: 0, end: text.length }, { ...options, only: ['source.fixAll', 'quickfix'] });
        }
      }
      assert.ok(!(flag in globalThis), 'nothing of the frontmatter was evaluated');
    });
  }

  it('would be run by a library without our options, so that the tests above can fail', async () => {
    const { default: matter } = await import('gray-matter');
    matter(`---js\n(() => { ${code}; return {}; })()\n---\n`, {});
    assert.ok(flag in globalThis);
    Reflect.deleteProperty(globalThis, flag);
  });

  it('is reported', () => {
    const file = parse(`---js\n${code}\n---\n`, keysOf(format));
    assert.ok(lint(agentOf(file, format, uri)).findings.some(({ rule }) => rule === 'frontmatter-opening'));
  });
});
