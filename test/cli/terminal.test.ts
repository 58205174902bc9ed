/** What only a terminal gets: progress, lines that fit, and questions. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { commands } from '../../server/cli/commands/index';
import { askerWith } from '../../server/node/ask';
import { canErase, progressOn } from '../../server/node/progress';
import { run, SOUND, WARNED } from './memory';

describe('progress', () => {
  /** What is written for calls at some times. */
  function shown(calls: readonly (readonly [time: number, done: number])[]): string {
    let [text, now] = ['', 0];
    const progress = progressOn(
      (more) => {
        text += more;
      },
      () => now,
    );
    for (const [time, done] of calls) {
      now = time;
      progress.show(done, 2_000);
    }
    progress.clear();
    return text;
  }

  it('is not shown in a short run', () => {
    assert.equal(
      shown([
        [0, 0],
        [499, 1_999],
        [499, 2_000],
      ]),
      '',
    );
  });

  it('is one line that changes some times in a second, and is gone at the end', () => {
    assert.equal(
      shown([
        [0, 0],
        [500, 1_000],
        [550, 1_100],
        [600, 1_200],
        [601, 2_000],
      ]),
      '\r\u001b[KChecked 1,000 of 2,000 files\r\u001b[KChecked 1,200 of 2,000 files\r\u001b[K',
    );
  });

  it('is erased before something else is written', () => {
    assert.ok(
      shown([
        [0, 0],
        [500, 1],
      ]).endsWith('files\r\u001b[K'),
    );
  });

  it('is only for terminals that can erase a line, and not for logs', () => {
    assert.ok(canErase({ TERM: 'xterm' }));
    assert.ok(canErase({ TERM: 'xterm', CI: 'false' }));
    for (const env of [{ TERM: 'dumb' }, { TERM: 'xterm', CI: 'true' }, { CI: '1' }]) assert.ok(!canErase(env));
  });

  it('counts every file of a check, unless --quiet is given', () => {
    const files = { '/w/.claude/agents/a.md': SOUND, '/w/.claude/agents/b.md': WARNED };
    const counts = (argv: readonly string[]): readonly string[] => {
      const seen: string[] = [];
      run(argv, files, { progress: (done, total) => seen.push(`${done}/${total}`) });
      return seen;
    };
    for (const argv of [['check'], ['explain'], ['fix', '--dry-run']])
      assert.deepEqual(counts(argv).slice(0, 3), ['0/2', '1/2', '2/2'], argv.join(' '));
    assert.deepEqual(counts(['check', '--quiet']), []);
  });
});

describe('lines on a terminal', () => {
  const files = { '/w/.claude/agents/reviewer.md': WARNED };
  const longest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

  it('fit, with the rest of a message below its beginning', () => {
    const { out } = run(['check'], files, { columns: 60 });
    assert.ok(longest(out) <= 60, out);
    const [, first = '', second = ''] = out.split('\n');
    assert.equal(second.search(/\S/), first.indexOf('`LS`'));
    assert.equal(out.replaceAll(/\s+/g, ' '), run(['check', '--frame'], files).out.replaceAll(/\s+/g, ' '));
  });

  it('say how many problems the program can fix, and end with no space', () => {
    const faulty = { '/w/.claude/agents/a.md': SOUND.concat('\n-[ ] Done\n') };
    for (const columns of [60, 80]) {
      const { out } = run(['check'], faulty, { columns });
      assert.ok(longest(out) <= columns, out);
      assert.match(out.replaceAll(/\s+/g, ' '), /; 1 fixable with 'agent-authoring fix'\. $/);
      assert.doesNotMatch(out, / $/m);
    }
    assert.match(run(['check'], faulty).out, /\n1 file checked: .*; 1 fixable with 'agent-authoring fix'\.\n$/);
  });

  it('stay whole in a pipe, and where a terminal is too narrow', () => {
    for (const machine of [{}, { columns: 20 }])
      assert.match(run(['check'], files, machine).out, /\n {2}4:14 {2}warning {2}.* tool-removed\n/);
  });

  it('count no colors', () => {
    const { out } = run(['check'], files, { columns: 60, color: true });
    assert.equal(stripVTControlCharacters(out), run(['check'], files, { columns: 60 }).out);
  });

  it('of the help fit, too', () => {
    for (const { name } of commands.filter((command) => command.name !== 'report hook')) {
      const details = run([...name.split(' '), '--help'], {}, { columns: 60 }).out.split('\nExamples:')[0] ?? '';
      // Lists of ids are words that cannot be broken, and the usage is one line.
      for (const line of details.split('\n').slice(1)) assert.ok(line.length <= 60 || !line.trim().includes(' '), line);
    }
  });
});

describe('a question', () => {
  /** Reads from some bytes, as a terminal that gives a line at a time. */
  const asker = (input: string, wrote: string[] = []) => {
    const bytes = [...Buffer.from(input)];
    return askerWith(
      (text) => wrote.push(text),
      (_, into) => {
        const byte = bytes.shift();
        if (byte === undefined || !(into instanceof Uint8Array)) return 0;
        into[0] = byte;
        return 1;
      },
    );
  };

  it('is written, and gets one line each', () => {
    const wrote: string[] = [];
    const ask = asker('yes\r\n\nné', wrote);
    assert.deepEqual([ask('One? '), ask('Two? '), ask('Three? '), ask('Four? ')], ['yes', '', 'né', undefined]);
    assert.deepEqual(wrote, ['One? ', 'Two? ', 'Three? ', 'Four? ']);
  });
});
