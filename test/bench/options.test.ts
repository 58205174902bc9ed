/** The options of the benchmark, and the document that it writes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withGenerated } from './document';
import { goalText, isMet } from './goals';
import { parseOptions } from './options';

describe('the options of the benchmark', () => {
  it('are read', () => {
    assert.deepEqual(parseOptions(['--quick', '--only', 'check', '--only=open']), {
      options: { quick: true, record: false, only: ['check', 'open'] },
    });
  });

  it('record a quick run', () => {
    assert.deepEqual(parseOptions(['--record']), { options: { quick: true, record: true, only: [] } });
  });

  it('have a help text', () => {
    const help = parseOptions(['--help']);
    assert.ok('text' in help && help.code === 0 && help.text.includes('--only'));
  });

  for (const args of [
    ['--quik'],
    ['check'],
    ['--only'],
    ['--only', 'speed'],
    ['--quick=1'],
    ['--record', '--only=check'],
  ])
    it(`(${args.join(' ')}) are refused with code 2 and a sentence`, () => {
      const refused = parseOptions(args);
      assert.ok('text' in refused && refused.code === 2);
      assert.match(refused.text, /^bench: \S.*\n/);
    });
});

describe('the document', () => {
  const around = (inside: string): string =>
    `before\n<!-- benchmark: written by \`npm run bench\` -->\n${inside}<!-- end of benchmark -->\nafter\n`;

  it('keeps what is around the table', () => {
    assert.equal(withGenerated(around('old\n'), 'new'), around('\nnew\n\n'));
  });

  it('must have the comments around the table', () => {
    assert.throws(() => withGenerated('before', 'new'), TypeError);
  });
});

describe('a goal', () => {
  const row = { id: 'a/cpu', title: 'a', unit: 'ms', base: 'floor' } as const;
  const measured = {
    row,
    values: new Map([
      ['ours', [8]],
      ['floor', [2]],
    ]),
  };

  it('is a number of times another program, or an amount', () => {
    assert.equal(isMet({ atMost: 4, of: 'floor' }, measured), true);
    assert.equal(isMet({ atMost: 3.9, of: 'floor' }, measured), false);
    assert.equal(isMet({ atMost: 8 }, measured), true);
    assert.equal(isMet({ atMost: 7 }, measured), false);
    assert.equal(goalText({ atMost: 3.9, of: 'floor' }, 'ms'), '≤ 3.9 × floor');
    assert.equal(goalText({ atMost: 130 }, 'MB'), '≤ 130 MB');
  });

  it('is neither met nor missed when the other program was not measured', () => {
    assert.equal(isMet({ atMost: 1, of: 'cclint' }, measured), undefined);
  });
});
