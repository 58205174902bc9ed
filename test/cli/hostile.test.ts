/** What the command line prints about hostile files: no character that controls a terminal, valid JSON, and no crash. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hostileTexts, places } from '../features/hostileTexts';
import { type Files, run } from './memory';

/** Whatever could control a terminal, reorder a line or hide in it. Line ends are our own. */
const CONTROL = /[^\P{Cc}\n]|[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

const commands: readonly (readonly string[])[] = [
  ...['text', 'json', 'sarif', 'github'].map((format) => ['check', '--format', format]),
  ...['text', 'json'].map((format) => ['explain', '--format', format]),
  ['fix'],
  ['fix', '--dry-run'],
  ['profile', 'learn'],
];

/** Every agent in the table, with a name of its own for each. */
const agentsWith = (text: string): Files =>
  Object.fromEntries(
    Object.values(places).map((write, i) => [`/w/.claude/agents/a${i}.md`, write(text).replaceAll(/[\t\r]/g, ' ')]),
  );

describe('output about hostile files', () => {
  for (const text of hostileTexts.filter((one) => CONTROL.test(one) || one.length > 1_000)) {
    it(`contains nothing that controls a terminal: ${JSON.stringify(text.slice(0, 40))}`, () => {
      const files = agentsWith(text);
      for (const argv of commands) {
        const { code, out, err } = run(argv, files);
        assert.ok(code === 0 || code === 1 || /it is not known how .* loads it/.test(err), `${argv.join(' ')}: ${err}`);
        assert.doesNotMatch(out, CONTROL, argv.join(' '));
        assert.doesNotMatch(err, CONTROL, argv.join(' '));
        if (/json|sarif/.test(argv.join(' '))) JSON.parse(out);
      }
    });
  }

  it('contains nothing of the kind about paths, arguments and configuration files', () => {
    for (const text of hostileTexts.filter((one) => one.length < 1_000)) {
      const name = text.replaceAll('/', ':');
      const path = `/w/.claude/agents/${name}.md`;
      const files: Files = {
        [path]: '---\nname: a\n---\nHi\n',
        [`/w/.claude/agents/${name}.MD`]: 'x',
        '/w/.agent-authoring.json': JSON.stringify({
          [text]: 1,
          rules: { [text]: 'off' },
          report: { keys: [{ key: text }] },
        }),
      };
      for (const argv of [
        ...commands,
        ['check', text],
        ['check', '--rule', `${text}=off`],
        [text],
        ['rules', text],
        [`--${text}`],
      ]) {
        const { out, err } = run(argv, files);
        assert.doesNotMatch(out + err, CONTROL, argv.join(' '));
      }
    }
  });

  it('keeps in JSON exactly what a file contains', () => {
    const text = 'a\u009b\u2028\u202e\u200b\u{e0041}\u00ad\u007fb';
    const { out } = run(['explain', '--format', 'json'], {
      '/w/.claude/agents/a.md': `---\nname: ${JSON.stringify(text)}\ndescription: d\n---\nHi\n`,
    });
    assert.doesNotMatch(out, CONTROL);
    assert.equal(JSON.parse(out).files[0].name, text);
  });
});

describe('an error that no command expects', () => {
  it('is one sentence and exit code 2', () => {
    const files = {
      get '/w/.claude/agents/a.md'(): string {
        throw new RangeError('Maximum call stack size\u001b exceeded');
      },
    };
    for (const argv of [['check'], ['fix'], ['explain'], ['profile', 'learn']]) {
      const { code, out, err } = run(argv, files);
      assert.deepEqual([code, out], [2, '']);
      assert.equal(err, 'agent-authoring: unexpected error: Maximum call stack size\\u{1b} exceeded\n');
    }
  });
});
