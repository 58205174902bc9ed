/** Parts of the language server: from a typed letter to the diagnostics of the new text. */
import type { Context, Goal, Part } from '../part';
import { median } from '../statistics';
import type { Place } from '../texts';
import { Typing, withServer } from './session';

/** A size of document, and how often to type in it. */
interface Size {
  /** UTF-16 units; nearly all are ASCII, so this is also the number of bytes. */
  readonly length: number;
  readonly label: string;
  /** Even. */
  readonly edits: { readonly full: number; readonly quick: number };
  readonly goal: Goal;
}

/** The largest stays below the bound for files. */
const sizes: readonly Size[] = [
  { length: 10_000, label: '10 KB', edits: { full: 40, quick: 40 }, goal: { atMost: 4, of: 'floor' } },
  { length: 200_000, label: '200 KB', edits: { full: 20, quick: 6 }, goal: { atMost: 10, of: 'floor' } },
  { length: 900_000, label: '900 KB', edits: { full: 6, quick: 0 }, goal: { atMost: 20, of: 'floor' } },
];

const places: Readonly<Record<Place, string>> = { front: 'frontmatter', body: 'body' };

export const keystrokes = (context: Context): readonly Part[] =>
  sizes.filter(({ edits }) => !context.quick || edits.quick > 0).map((size) => keystrokesIn(size, context));

function keystrokesIn({ length, label, edits, goal }: Size, context: Context): Part {
  const times = context.quick ? edits.quick : edits.full;
  const id = (place: Place): string => `keystroke-${place}-${label.replace(' ', '')}`;
  return {
    name: 'keystroke',
    what: label,
    rows: (['front', 'body'] as const).flatMap((place) => {
      const title = `keystroke → diagnostics, ${label}, ${places[place]}`;
      return [
        { id: `${id(place)}/wall`, title, unit: 'ms', base: 'floor', goals: [goal] },
        { id: `${id(place)}/cpu`, title: `${title}, CPU`, unit: 'ms', base: 'floor', gated: true },
      ];
    }),
    subjects: [...context.programs.servers.keys()],
    rounds: context.quick ? 2 : 3,
    measure: (subject) =>
      withServer(context, subject, async (server) => {
        await server.initialize();
        const { text, places } = server.protocol.document(context.source, length);
        const uri = server.protocol.uri('agent');
        await server.open(uri, text);
        const typing = new Typing(server, uri);
        const readings: Record<string, number> = {};
        for (const place of ['front', 'body'] as const) {
          await typing.often(times, places[place]);
          const before = await server.cpu();
          const waits = await typing.often(times, places[place]);
          const after = await server.cpu();
          readings[`${id(place)}/wall`] = median(waits);
          readings[`${id(place)}/cpu`] = (after - before) / times;
        }
        return readings;
      }),
  };
}
