/** Reports give the same places whether they keep the texts of the files or only their lines. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultFormat, diagnosticOf, lint, readAgent } from '../../server/core/index';
import { run } from './memory';

const PATH = '/w/.claude/agents/abc.md';

const LINES = ['---', 'name: abc', 'description: d', 'tools: Read, MultiEdit, "Nope', '---', '', 'You read. ', ''];

const texts: Readonly<Record<string, string>> = {
  'line feeds': LINES.join('\n'),
  'carriage returns and line feeds': LINES.join('\r\n'),
  'carriage returns': LINES.join('\r'),
  'a byte order mark': `\uFEFF${LINES.join('\n')}`,
  'a byte order mark and carriage returns': `\uFEFF${LINES.join('\r\n')}`,
  'no line end': LINES.join('\n').trimEnd(),
  'something in the line of a byte order mark': '\uFEFFRead\u200b it.\n',
};

describe('the places of a report', () => {
  for (const [name, text] of Object.entries(texts)) {
    it(`are those of an editor: ${name}`, () => {
      const agent = readAgent(text, defaultFormat, PATH);
      const expected = lint(agent).findings.map(
        (finding) => diagnosticOf(agent.file.source, finding, { uri: PATH }).range,
      );
      assert.notEqual(expected.length, 0);
      const { out } = run(['check', '--format', 'json', PATH], { [PATH]: text });
      const [file] = JSON.parse(out).files;
      assert.deepEqual(
        file.findings.map(({ range }: { readonly range: unknown }) => range),
        expected,
      );
    });

    it(`are the same beside the lines of the file: ${name}`, () => {
      const placesIn = (out: string): readonly string[] => out.match(/^ {2}\d+:\d+ {2}\w+/gm) ?? [];
      const plain = placesIn(run(['check', '--no-frame', PATH], { [PATH]: text }).out);
      assert.notEqual(plain.length, 0);
      assert.deepEqual(placesIn(run(['check', '--frame', PATH], { [PATH]: text }).out), plain);
    });
  }
});
