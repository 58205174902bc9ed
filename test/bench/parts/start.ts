/** Parts about starting: a server until its first answer, and the command line on one file. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context, Part } from '../part';
import { run } from '../process';
import { renamed } from '../texts';
import { withServer } from './session';

export function initialize(context: Context): Part {
  const title = 'spawn → answer to `initialize`';
  return {
    name: 'start',
    what: 'initialize',
    rows: [
      { id: 'initialize/wall', title, unit: 'ms', base: 'floor', goals: [{ atMost: 1.6, of: 'floor' }] },
      { id: 'initialize/cpu', title: `${title}, CPU`, unit: 'ms', base: 'floor', gated: true },
    ],
    subjects: [...context.programs.servers.keys()],
    rounds: context.quick ? 5 : 11,
    measure: (subject) => {
      const start = performance.now();
      return withServer(context, subject, async (server) => {
        await server.initialize();
        const wall = performance.now() - start;
        return { 'initialize/wall': wall, 'initialize/cpu': await server.cpu() };
      });
    },
  };
}

/** The floor of one file is to start Node and do nothing. */
export function checkOne({ quick, programs, source, folder }: Context): Part {
  const project = join(folder, 'one');
  const agents = join('.claude', 'agents');
  const file = join(agents, 'agent.md');
  const title = '`check`, one agent';
  return {
    name: 'start',
    what: 'check one agent',
    rows: [
      { id: 'one/wall', title, unit: 'ms', base: 'node', goals: [{ atMost: 1.5, of: 'node' }] },
      { id: 'one/cpu', title: `${title}, CPU`, unit: 'ms', base: 'node', gated: true },
    ],
    subjects: ['node', ...programs.linters.keys()],
    rounds: quick ? 5 : 11,
    prepare: () => {
      mkdirSync(join(project, agents), { recursive: true });
      writeFileSync(join(project, file), renamed(source.text, 'agent'));
      writeFileSync(join(project, 'nothing.cjs'), '');
    },
    measure: async (subject) => {
      const nothing = { file: join(project, 'nothing.cjs'), args: [] };
      const { wall, cpu } = await run(programs.linters.get(subject)?.file(project, file) ?? nothing);
      return { 'one/wall': wall, 'one/cpu': cpu };
    },
  };
}
