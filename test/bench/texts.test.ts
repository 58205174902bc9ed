/** The documents of the benchmark: their sizes, and that each typed letter changes the diagnostics. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { diagnosticOf, lint } from '../../server/core/index';
import { defaults } from '../../server/core/lint/settings';
import { agent } from '../agent';
import { edited } from '../lsp/edited';
import { records } from './records';
import { agentOf, type Position, sourceOf, type Typed } from './texts';

const source = sourceOf(true);

/** What a server sends for a text. */
function diagnosticsOf(text: string): string {
  const { findings } = lint(agent(text), { settings: defaults });
  return JSON.stringify(
    findings.map((finding) => diagnosticOf(agent(text).file.source, finding, { uri: 'file:///a.md' })),
  );
}

const typed = (text: string, at: Position): string => edited(text, { text: 'e', range: { start: at, end: at } });

describe('an agent of the benchmark', () => {
  for (const length of [10_000, 200_000]) {
    const { text, places } = agentOf(source, length);
    it(`of ${length} characters has about this size`, () => {
      assert.ok(Math.abs(text.length - length) < length / 10, `${text.length}`);
    });
    for (const [place, at] of Object.entries(places))
      it(`of ${length} characters has other diagnostics when a letter is typed in its ${place}`, () => {
        assert.notEqual(diagnosticsOf(typed(text, at)), diagnosticsOf(text));
      });
  }

  it('has a quick fix in the line below the description', () => {
    const { text, places } = agentOf(source, 10_000);
    assert.ok(text.split('\n')[places.front.line + 1]?.includes('MultiEdit'));
    assert.ok(lint(agent(text), { settings: defaults }).findings.some(({ rule }) => rule === 'tool-removed'));
  });
});

describe('a list of records', () => {
  const places = ({ text, places: { front, body } }: Typed): readonly string[] =>
    [front, body].map(({ line, character }) => text.split('\n')[line]?.slice(0, character) ?? '');

  it('is JSON of that size, and letters are typed in descriptions', () => {
    const list = records(source, 10_000, 'json');
    const count = Object.keys(JSON.parse(list.text)).length;
    assert.ok(count > 10 && list.text.length >= 10_000 && list.text.length < 11_000);
    for (const before of places(list)) assert.match(before, /"description":"[^"]*$/);
    JSON.parse(typed(list.text, list.places.body));
  });

  it('is YAML of that size, and letters are typed in descriptions', () => {
    const list = records(source, 10_000, 'yaml');
    assert.ok(list.text.length >= 10_000 && list.text.length < 11_000);
    for (const before of places(list)) assert.match(before, /^ {2}description: \S/);
  });
});
