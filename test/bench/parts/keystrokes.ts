/** Parts of the language server: from a typed letter to the diagnostics of the new text. */
import { setTimeout } from 'node:timers/promises';
import type { Context, Goal, Part } from '../part';
import { Server } from '../server';
import { median } from '../statistics';
import { agentOf, type Place } from '../texts';

/** Milliseconds between two letters, because people pause: without one, processors and caches stay warm for the floor only. */
const PAUSE = 10;

/** A size of document, and how often to type in it. */
interface Size {
  /** UTF-16 units; nearly all are ASCII, so this is also the number of bytes. */
  readonly length: number;
  readonly label: string;
  readonly edits: number;
  readonly goal: Goal;
  readonly quick: boolean;
}

/** The largest stays below the bound for files. */
const sizes: readonly Size[] = [
  { length: 10_000, label: '10 KB', edits: 60, goal: { atMost: 4, of: 'floor' }, quick: true },
  { length: 200_000, label: '200 KB', edits: 20, goal: { atMost: 10, of: 'floor' }, quick: true },
  { length: 900_000, label: '900 KB', edits: 6, goal: { atMost: 20, of: 'floor' }, quick: false },
];

const places: Readonly<Record<Place, string>> = { front: 'frontmatter', body: 'body' };

export function keystrokes(context: Context): readonly Part[] {
  return sizes.filter(({ quick }) => quick || !context.quick).map((size) => keystrokesIn(size, context));
}

function keystrokesIn({ length, label, edits, goal }: Size, { quick, programs, source }: Context): Part {
  const id = (place: Place): string => `keystroke-${place}-${label.replace(' ', '')}`;
  return {
    name: `keystroke ${label}`,
    rows: (['front', 'body'] as const).flatMap((place) => {
      const title = `keystroke → diagnostics, ${label}, ${places[place]}`;
      return [
        { id: `${id(place)}/wall`, title, unit: 'ms', base: 'floor', goals: [goal] },
        { id: `${id(place)}/cpu`, title: `${title}, CPU`, unit: 'ms', base: 'floor', gated: true },
      ];
    }),
    subjects: [...programs.servers.keys()],
    rounds: quick ? 3 : 5,
    measure: async (subject) => {
      const protocol = programs.servers.get(subject);
      if (protocol === undefined) return {};
      const server = new Server(protocol);
      try {
        await server.initialize();
        const { text, places } = agentOf(source, length);
        const uri = 'file:///bench/.claude/agents/agent.md';
        await server.open(uri, text);
        let version = 1;
        const results: Record<string, number> = {};
        for (const place of ['front', 'body'] as const) {
          // A letter is typed and deleted in turn.
          const type = (count: number): Promise<readonly number[]> =>
            typed(count, () => {
              version++;
              const deletes = version % 2 === 1;
              return server.edit(uri, version, places[place], deletes ? 1 : 0, deletes ? '' : 'e');
            });
          await type(edits);
          const before = await server.usage();
          const times = await type(edits);
          const after = await server.usage();
          results[`${id(place)}/wall`] = median(times);
          results[`${id(place)}/cpu`] = (after.cpu - before.cpu) / edits;
        }
        return results;
      } finally {
        await server.stop();
      }
    },
  };
}

async function typed(count: number, once: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    times.push(await once());
    await setTimeout(PAUSE);
  }
  return times;
}
