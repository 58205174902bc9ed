/** Compares the body scanner with markdown-it over real files and generated text: same headings, same fences. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../seed';
import { type Fact, markdownItFacts, scannerFacts } from './bodyFacts';
import { markdownish } from './bodyTexts';

const corpus = '../shared/corpus';

interface Difference {
  readonly text: string;
  readonly reason: string;
  readonly ours: readonly Fact[];
  readonly theirs: readonly Fact[];
}

/** Every kind of text that the two are known to read differently. No file of the corpus contains one. */
const differences: readonly Difference[] = [
  {
    text: '[a]: /b\n===\n',
    reason: 'ours: a link reference definition is text, so that an underline makes it a heading',
    ours: ['0 h1 [a]: /b'],
    theirs: [],
  },
  {
    text: '>\n    > # a\n',
    reason: 'theirs: a block quote goes on with a marker indented by four columns; CommonMark 5.1 allows three',
    ours: [],
    theirs: ['1 h1 a'],
  },
  {
    text: '> >*  \t# a\n',
    reason:
      'theirs: tab stops behind nested quote marks are counted from another column; CommonMark 2.2 counts from the line',
    ours: ['0 h1 a'],
    theirs: [],
  },
  {
    text: '<a b="c">\u2028\n# d\n',
    reason: 'theirs: U+2028 is white space behind a tag; CommonMark 4.6 has spaces and tabs only',
    ours: ['1 h1 d'],
    theirs: [],
  },
  {
    text: '\ufeff# a\n',
    reason: 'theirs: a byte order mark at the start of the file is text',
    ours: ['0 h1 a'],
    theirs: [],
  },
];

/** Whether a generated text could hold one of the kinds above; the alphabet cannot write the first and the last. */
const mayDiffer = (text: string): boolean => /(?:\t| {4})[ \t]*>|>[^\r\n]*\t/.test(text) || text.includes('\u2028');

for (const { text, reason, ours, theirs } of differences) {
  test(`known difference: ${reason}`, () => {
    assert.deepEqual(scannerFacts(text, 0), ours);
    assert.deepEqual(markdownItFacts(text, 0), theirs);
  });
}

for (const folder of ['agents', 'skills', 'commands']) {
  test(`every file of the corpus in ${folder} has the headings and fences that markdown-it finds`, (t) => {
    const path = join(corpus, folder);
    if (!existsSync(path)) {
      t.skip(`there is no corpus at ${path}`);
      return;
    }
    const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
    let facts = 0;
    const differing = files.filter((file) => {
      const text = readFileSync(join(path, file), 'utf8');
      const start = bodyStart(text);
      const ours = scannerFacts(text, start);
      facts += ours.length;
      return ours.join('\n') !== markdownItFacts(text, start).join('\n');
    });
    t.diagnostic(`${files.length} files, ${facts} headings and fences`);
    assert.deepEqual(differing, []);
    assert.ok(facts > files.length, 'the files hold headings and fences to compare');
  });
}

for (const size of [12, 40, 200]) {
  test(`generated texts of up to ${size} pieces have the headings and fences that markdown-it finds`, () => {
    const sameFacts = fc.property(markdownish(size), (text) => {
      fc.pre(!mayDiffer(text));
      assert.deepEqual(scannerFacts(text, 0), markdownItFacts(text, 0));
    });
    fc.assert(sameFacts, runs(60_000 / size));
  });
}

/** After the frontmatter: the first line and the next one that is exactly `---`; 0 when there are no such two lines. */
function bodyStart(text: string): number {
  let at = 0;
  for (let line = 0; at < text.length; line++) {
    const lineFeed = text.indexOf('\n', at);
    const next = lineFeed === -1 ? text.length : lineFeed + 1;
    const isFence = text.slice(at, next).trimEnd() === '---';
    if (line === 0 && !isFence) return 0;
    if (line > 0 && isFence) return next;
    at = next;
  }
  return 0;
}
