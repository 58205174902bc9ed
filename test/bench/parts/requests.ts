/** Parts of the language server: code actions and document symbols, each after an edit as in an editor. */
import type { Context, Goal, Part } from '../part';
import type { Server } from '../server';
import { median } from '../statistics';
import type { Position, Typed } from '../texts';
import { Typing, withServer } from './session';

/** One kind of request. */
interface Request {
  readonly id: string;
  readonly title: string;
  readonly goal: Goal;
  readonly send: (server: Server, uri: string, at: Position) => Promise<unknown>;
}

/** A document, and the requests that are sent in turn after each of its edits. */
interface Session {
  readonly what: string;
  readonly document: (server: Server, context: Context) => Typed;
  /** How many edits are measured. As many come before, so that the code is optimized. */
  readonly times: { readonly full: number; readonly quick: number };
  readonly requests: readonly Request[];
  /** Whether peers have something to do, too. */
  readonly peers: boolean;
}

const sized =
  (length: number): Session['document'] =>
  (server, { source }) =>
    server.protocol.document(source, length);

/** UTF-16 units in the list of names that no host knows. */
const HOSTILE = { full: 30_000, quick: 3_000 } as const;

/** An agent with a long list of unknown tools, and one name that a safe fix removes. */
const hostile: Session['document'] = (_, { quick }) => {
  const names = Array.from(
    { length: (quick ? HOSTILE.quick : HOSTILE.full) / 12 },
    (_, i) => `Tool${(i * 7919).toString(36).padStart(6, 'q')}`,
  );
  const lines = [
    '---',
    'name: agent',
    'description: Reviews a diff before it is committed. x\u200B',
    `tools: Edit, MultiEdit, ${names.join(', ')}`,
  ];
  const at = { line: 2, character: 22 };
  return { text: `${lines.join('\n')}\n---\n\nYou review.\n`, places: { front: at, body: at } };
};

/** Asks for the actions where the first diagnostic of a line is, as an editor does when the cursor moves there. */
async function codeAction(
  server: Server,
  uri: string,
  { line, character }: Position,
  only?: readonly string[],
): Promise<void> {
  const [first] = server.diagnosticsAt(uri, line);
  const at = first?.range.start ?? { line, character };
  const context = { diagnostics: first === undefined ? [] : [first], triggerKind: 2, ...(only && { only }) };
  const params = { textDocument: { uri }, range: { start: at, end: at }, context };
  const actions = await server.request('textDocument/codeAction', params);
  if (only === undefined || !Array.isArray(actions)) return;
  // Applying an action without an edit resolves it.
  const unresolved = actions.filter((action: object) => !('edit' in action) && !('command' in action));
  for (const action of unresolved) await server.request('codeAction/resolve', action);
}

const quickFixes: Request['send'] = (server, uri, { line, character }) =>
  codeAction(server, uri, { line: line + 1, character });

const sessions: readonly Session[] = [
  {
    what: '10 KB',
    document: sized(10_000),
    times: { full: 40, quick: 30 },
    requests: [{ id: 'action-10KB', title: 'code action, 10 KB', goal: { atMost: 3 }, send: quickFixes }],
    peers: true,
  },
  {
    what: '200 KB',
    document: sized(200_000),
    times: { full: 12, quick: 8 },
    requests: [
      { id: 'action-200KB', title: 'code action, 200 KB', goal: { atMost: 20 }, send: quickFixes },
      {
        id: 'symbols-200KB',
        title: 'document symbols, 200 KB',
        goal: { atMost: 2 },
        send: (server, uri) => server.request('textDocument/documentSymbol', { textDocument: { uri } }),
      },
    ],
    peers: true,
  },
  {
    what: 'a long list of unknown tools',
    document: hostile,
    times: { full: 4, quick: 4 },
    requests: [
      {
        id: 'action-hostile',
        title: 'code action, a long list of unknown tools',
        goal: { atMost: 50 },
        send: quickFixes,
      },
      {
        id: 'fixall-hostile',
        title: '`source.fixAll`, a long list of unknown tools',
        goal: { atMost: 50 },
        send: (server, uri, at) => codeAction(server, uri, at, ['source.fixAll']),
      },
    ],
    peers: false,
  },
];

/** Milliseconds after which there are no more edits in the same round. */
const ENOUGH = 20_000;

export const requestParts = (context: Context): readonly Part[] => sessions.map((session) => partOf(session, context));

function partOf({ what, document, times: { full, quick }, requests, peers }: Session, context: Context): Part {
  const times = context.quick ? quick : full;
  return {
    name: 'request',
    what,
    rows: requests.flatMap(({ id, title, goal }) => [
      { id: `${id}/wall`, title, unit: 'ms', base: 'floor', goals: [goal] },
      { id: `${id}/cpu`, title: `${title}, CPU`, unit: 'ms', base: 'floor', gated: true },
    ]),
    subjects: [...context.programs.servers.keys()].filter((subject) => peers || ['ours', 'floor'].includes(subject)),
    rounds: context.quick ? 2 : 3,
    measure: (subject) =>
      withServer(context, subject, async (server) => {
        await server.initialize();
        const { text, places } = document(server, context);
        const uri = server.protocol.uri('agent');
        await server.open(uri, text);
        const typing = new Typing(server, uri);
        /** Of each row, one value an edit. */
        const values = new Map<string, number[]>();
        const begin = performance.now();
        for (let i = 0; i < times * 2 && (i === 0 || performance.now() - begin < ENOUGH); i++) {
          await typing.once(places.front);
          // The first half warms up, unless there is no time for a second one.
          if (i === times) values.clear();
          for (const { id, send } of requests) {
            const { wall, cpu } = await timed(server, () => send(server, uri, places.front));
            values.set(`${id}/wall`, [...(values.get(`${id}/wall`) ?? []), wall]);
            values.set(`${id}/cpu`, [...(values.get(`${id}/cpu`) ?? []), cpu]);
          }
        }
        return Object.fromEntries([...values].map(([id, list]) => [id, median(list)]));
      }),
  };
}

/** What a request takes, in milliseconds. */
async function timed(
  server: Server,
  send: () => Promise<unknown>,
): Promise<{ readonly wall: number; readonly cpu: number }> {
  const before = await server.cpu();
  const start = performance.now();
  await send();
  const wall = performance.now() - start;
  return { wall, cpu: (await server.cpu()) - before };
}
