/** The bounded part of `npm run fuzz`: every known failure, some random cases of each area, and the tool itself. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { formats } from '../server/core/index';
import { areaOf } from './fuzz/area';
import { checkFixes } from './fuzz/areas/fixes';
import { areas as allAreas } from './fuzz/areas/index';
import { sizesOf } from './fuzz/areas/sizes';
import { checkEverything, someOffsets } from './fuzz/checks/everything';
import { failures } from './fuzz/failures';
import { textReductions } from './fuzz/minimize';
import { readOptions } from './fuzz/options';
import { DOCUMENT, withBounds, withFigures } from './fuzz/record';
import { commandOf, failureText, paintOf } from './fuzz/report';
import { runArea } from './fuzz/run';
import { builtIn } from './fuzz/seeds';

const SEED = 20_261_123;

/** All areas, `sizes` with shorter texts. */
const areas = allAreas.map((area) => (area.name === 'sizes' ? sizesOf({ header: 3_000, body: 6_000 }) : area));

/** How many cases of each area take less than a second of processor time. */
const runs: Readonly<Record<string, number>> = {
  frontmatter: 20,
  body: 20,
  sizes: 10,
  requests: 5,
  edits: 15,
  fixes: 300,
  configuration: 100,
  framing: 200,
  protocol: 50,
};

const times = (count: number) => ({ allows: (cases: number): boolean => cases < count });

describe('random cases', () => {
  it('are made for every area', () => {
    assert.deepEqual(
      areas.map(({ name }) => name),
      Object.keys(runs),
    );
  });

  for (const area of areas) {
    it(`keep the promise of ${area.name}: ${area.promise}`, async () => {
      const { cases, counts, failures: broken } = await runArea(area, SEED, builtIn, times(runs[area.name] ?? 0));
      assert.deepEqual(
        broken.map((failure) => failureText(failure, paintOf(false))),
        [],
      );
      assert.equal(cases, runs[area.name]);
      assert.ok((counts[area.subject] ?? 0) >= cases / 10, `${counts[area.subject]} ${area.subject} in ${cases} cases`);
    });
  }

  it('are the same for the same seed, and others for another one', async () => {
    const [area] = areas;
    assert.ok(area !== undefined);
    const countsOf = async (seed: number): Promise<unknown> => (await runArea(area, seed, builtIn, times(5))).counts;
    const counts = await countsOf(1);
    assert.deepEqual(await countsOf(1), counts);
    assert.notDeepEqual(await countsOf(2), counts);
  });
});

describe('a known failure', () => {
  const known = failures.filter(({ broke }) => broke !== 'Nothing');
  it('is in the list once', () => {
    assert.ok(known.length > 30);
    assert.equal(new Set(known.map(({ text }) => text)).size, known.length);
  });

  for (const { broke, text } of known) {
    it(`breaks no promise in any format: ${broke}`, () => {
      for (const format of formats) {
        const subject = { text, format, isStrict: true, where: 1 };
        checkEverything(subject, someOffsets(subject, 4));
        checkFixes(subject);
      }
    });
  }
});

describe('the fuzz itself', () => {
  /** Breaks its promise for texts with an `x` and a `y`. */
  const broken = areaOf<string>({
    name: 'broken',
    promise: 'No text has both letters',
    subject: 'letters',
    make: (random) => Array.from({ length: 40 }, () => random.pick(['x', 'y', 'z', '\n'])).join(''),
    check: (text) => {
      if (text.includes('x') && text.includes('y')) throw new Error(`both in ${text.length} characters`);
      return { counts: { letters: text.length } };
    },
    reductions: textReductions(
      (text: string) => text,
      (_, text) => text,
    ),
    show: (text) => JSON.stringify(text),
  });

  it('reports the smallest input and the command that repeats it', async () => {
    const { failures: found } = await runArea(broken, 7, builtIn, times(1));
    const [failure] = found;
    assert.ok(failure !== undefined);
    assert.ok(['"xy"', '"yx"'].includes(failure.input), failure.input);
    assert.match(String(failure.error), /both in 2 characters/);
    assert.equal(commandOf(failure), 'npm run fuzz -- --only broken --seed 7 --case 0');
    const text = failureText(failure, paintOf(false));
    assert.ok(text.includes(failure.input) && text.includes(commandOf(failure)));
    assert.ok(!text.includes('\u001b'), 'no colors unless they are wanted');
    assert.ok(failureText(failure, paintOf(true)).includes('\u001b'));
  });

  it('repeats one case, whatever ran before', async () => {
    const all = await runArea(broken, 3, builtIn, times(3));
    const third = await runArea(broken, 3, builtIn, times(1), undefined, 2);
    assert.equal(third.failures[0]?.input, all.failures[2]?.input);
  });

  const names = areas.map(({ name }) => name);
  const wrong: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [['--unknown'], /Unknown option '--unknown'/],
    [['body'], /Unknown option 'body'/],
    [['--only', 'nothing'], /'nothing' is not an area; the areas are frontmatter, body/],
    [['--seed', 'x'], /--seed needs a whole number/],
    [['--runs'], /--runs needs a whole number/],
    [['--runs', '1', '--time', '1'], /either --runs or --time/],
    [['--case', '1'], /--case needs --only/],
    [['--record', '--time', '1'], /--record needs --runs/],
  ];
  for (const [args, message] of wrong) {
    it(`refuses ${args.join(' ')}`, () => {
      const options = readOptions(args, names);
      assert.ok(typeof options === 'string');
      assert.match(options, message);
    });
  }

  it('finds the bounds of the code in the documentation', () => {
    const text = readFileSync(DOCUMENT, 'utf8');
    assert.equal(withBounds(text), text, 'npm run fuzz -- --record writes it');
    const rows = names.filter((name) => text.includes(`\n| ${name} | `));
    assert.deepEqual(rows, names, 'each area has its figures');
  });

  it('replaces the figures of the areas that ran, and keeps the others', async () => {
    const text = readFileSync(DOCUMENT, 'utf8');
    const [area, other] = areas;
    assert.ok(area !== undefined && other !== undefined);
    const result = await runArea(area, 1, builtIn, times(1));
    const recorded = withFigures(text, names, [result], (name) => `repeat ${name}`);
    const rowOf = (name: string, of: string): string | undefined =>
      of.split('\n').find((line) => line.startsWith(`| ${name} |`));
    assert.match(rowOf(area.name, recorded) ?? '', /^\| frontmatter \| 1 \| \d+ answers, .* `repeat frontmatter` \|$/);
    assert.equal(rowOf(other.name, recorded), rowOf(other.name, text));
  });

  it('reads its options with and without an equals sign', () => {
    const options = readOptions(['--only=body', '--seed', '3', '--case=4', '--runs=5'], names);
    assert.deepEqual(options, {
      help: false,
      record: false,
      only: ['body'],
      seed: 3,
      case: 4,
      runs: 5,
      time: undefined,
    });
  });
});
