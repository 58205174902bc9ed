/** `npm run bench`: measures our programs, the floor and peers in turn, and prints how they compare. */
import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Part, Readings } from './part';
import { checkFolder } from './parts/check';
import { keystrokes } from './parts/keystrokes';
import { programsIn } from './programs';
import { median, ratio } from './statistics';
import { sourceOf } from './texts';

const quick = process.argv.includes('--quick');
const folder = resolve('dist/bench/work');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const context = { quick, programs: programsIn('dist/bench/programs'), source: sourceOf(quick), folder };
const parts: readonly Part[] = [checkFolder(context), ...keystrokes(context)];

for (const part of parts) {
  await part.prepare?.();
  const readings = new Map<string, Readings[]>(part.subjects.map((subject) => [subject, []]));
  for (let round = 1; round <= part.rounds; round++) {
    for (const subject of part.subjects) {
      console.error(`${part.name}: round ${round} of ${part.rounds}, ${subject}`);
      readings.get(subject)?.push(await part.measure(subject));
    }
  }
  for (const { id, title, unit, base } of part.rows) {
    const of = (subject: string): readonly number[] =>
      (readings.get(subject) ?? []).flatMap((round) => round[id] ?? []);
    console.log(
      `${title}: ours ${median(of('ours')).toPrecision(3)} ${unit}, ${base} ${median(of(base)).toPrecision(3)} ${unit}, ratio ${ratio(of('ours'), of(base))?.toPrecision(3)}`,
    );
  }
}
rmSync(folder, { recursive: true, force: true });
