/** Parts of the language server with open documents: many small ones, and the memory that a large one takes. */
import { setTimeout } from 'node:timers/promises';
import { type Context, MEGABYTE, type Part } from '../part';
import { withServer } from './session';

/** Documents that are opened at once. */
const FILES = { full: 999, quick: 60 } as const;

export function openMany(context: Context): Part {
  const count = context.quick ? FILES.quick : FILES.full;
  const title = `open ${count} agents of 10 KB`;
  return {
    name: 'open',
    what: `${count} agents`,
    rows: [
      { id: 'open/wall', title, unit: 'ms', base: 'floor' },
      {
        id: 'open/cpu',
        title: `${title}, CPU`,
        unit: 'ms',
        base: 'floor',
        goals: [{ atMost: 8, of: 'floor' }],
        gated: true,
      },
    ],
    subjects: [...context.programs.servers.keys()],
    rounds: context.quick ? 2 : 3,
    measure: (subject) =>
      withServer(context, subject, async (server) => {
        await server.initialize();
        const { text } = server.protocol.document(context.source, 10_000);
        const uris = Array.from({ length: count }, (_, i) => server.protocol.uri(`agent-${i}`));
        const before = await server.cpu();
        const start = performance.now();
        await server.allDiagnosed(uris, () => {
          for (const uri of uris) server.sendOpen(uri, text);
        });
        const wall = performance.now() - start;
        const after = await server.cpu();
        return { 'open/wall': wall, 'open/cpu': after - before };
      }),
  };
}

/** Milliseconds after which a server counts as idle. */
const IDLE = 1_000;

export const memory = (context: Context): Part => ({
  name: 'memory',
  what: '200 KB open',
  rows: [
    {
      id: 'memory/resident',
      title: 'memory, idle, 200 KB open',
      unit: 'MB',
      base: 'floor',
      goals: [{ atMost: 1.6, of: 'floor' }],
      gated: true,
    },
  ],
  subjects: [...context.programs.servers.keys()],
  rounds: context.quick ? 1 : 3,
  measure: (subject) =>
    withServer(context, subject, async (server) => {
      await server.initialize();
      await server.open(server.protocol.uri('agent'), server.protocol.document(context.source, 200_000).text);
      await setTimeout(IDLE);
      return { 'memory/resident': (await server.usage()).resident / MEGABYTE };
    }),
});
