/** Parts of the command line: a folder of agents, and one file. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, MEGABYTE, type Part } from '../part';
import { run } from '../process';
import type { Linter } from '../programs';
import { renamed } from '../texts';

/** Files in the folder. */
const FILES = { full: 1_000, quick: 100 } as const;

/** A folder of agents that differ in their names. */
export function checkFolder({ quick, programs, source, folder }: Context): Part {
  const count = quick ? FILES.quick : FILES.full;
  const project = join(folder, 'check');
  const linter = (subject: string): Linter => programs.linters.get(subject) ?? missing(subject);
  const what = `\`check\`, ${count.toLocaleString('en')} agents`;
  return {
    name: 'check',
    what: `${count} agents`,
    rows: [
      { id: 'check/wall', title: what, unit: 'ms', base: 'floor', goals: [{ atMost: 1, of: 'cclint' }] },
      {
        id: 'check/cpu',
        title: `${what}, CPU`,
        unit: 'ms',
        base: 'floor',
        goals: [{ atMost: 2.5, of: 'cclint' }],
        gated: true,
      },
      {
        id: 'check/memory',
        title: `${what}, peak memory`,
        unit: 'MB',
        base: 'floor',
        goals: [{ atMost: 130 }],
        gated: true,
      },
    ],
    subjects: [...programs.linters.keys()],
    rounds: quick ? 3 : 5,
    prepare: () => {
      const agents = join(project, '.claude', 'agents');
      mkdirSync(agents, { recursive: true });
      for (let i = 1; i <= count; i++) writeFileSync(join(agents, `agent-${i}.md`), renamed(source.text, `agent-${i}`));
    },
    verify: async (subject) => {
      const { output } = await run(linter(subject).folder(project), true);
      if (!new RegExp(`\\b${count}\\b`).test(output))
        throw new Error(`it did not check ${count} files: ${output.slice(-500)}`);
    },
    measure: async (subject) => {
      const { wall, cpu, peak } = await run(linter(subject).folder(project));
      return { 'check/wall': wall, 'check/cpu': cpu, 'check/memory': peak / MEGABYTE };
    },
  };
}

function missing(subject: string): never {
  throw new Error(`there is no program ${subject}`);
}
