/** Parts of the language server: code actions and document symbols, each after an edit as in an editor. */
import type { Context, Goal, Part, Row } from '../part';
import type { Server } from '../server';
import { median } from '../statistics';
import type { Position, Typed } from '../texts';
import { Typing, withServer } from './session';

interface Request {
  readonly id: string;
  readonly title: string;
  readonly goal: Goal;
  /** How often it is sent. */
  readonly times: { readonly full: number; readonly quick: number };
  readonly document: (server: Server, context: Context) => Typed;
  readonly send: (server: Server, uri: string, at: Position) => Promise<unknown>;
  /** Whether peers have something to do, too. */
  readonly peers: boolean;
}

const sized =
  (length: number): Request['document'] =>
  (server, { source }) =>
    server.protocol.document(source, length);

/** UTF-16 units in the list of names that no host knows. */
const HOSTILE = { full: 30_000, quick: 3_000 } as const;

/** An agent with a long list of unknown tools. */
const hostile: Request['document'] = (_, { quick }) => {
  const names = Array.from(
    { length: (quick ? HOSTILE.quick : HOSTILE.full) / 12 },
    (_, i) => `Tool${(i * 7919).toString(36).padStart(6, 'q')}`,
  );
  const lines = [
    '---',
    'name: agent',
    'description: Reviews a diff before it is committed. x\u200B',
    `tools: ${names.join(', ')}`,
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

const requests: readonly Request[] = [
  {
    id: 'action-10KB',
    title: 'code action, 10 KB',
    goal: { atMost: 3 },
    times: { full: 40, quick: 20 },
    document: sized(10_000),
    send: quickFixes,
    peers: true,
  },
  {
    id: 'action-200KB',
    title: 'code action, 200 KB',
    goal: { atMost: 20 },
    times: { full: 12, quick: 4 },
    document: sized(200_000),
    send: quickFixes,
    peers: true,
  },
  {
    id: 'action-hostile',
    title: 'code action, a long list of unknown tools',
    goal: { atMost: 50 },
    times: { full: 4, quick: 3 },
    document: hostile,
    send: quickFixes,
    peers: false,
  },
  {
    id: 'fixall-hostile',
    title: '`source.fixAll`, a long list of unknown tools',
    goal: { atMost: 50 },
    times: { full: 4, quick: 3 },
    document: hostile,
    send: (server, uri, at) => codeAction(server, uri, at, ['source.fixAll']),
    peers: false,
  },
  {
    id: 'symbols-200KB',
    title: 'document symbols, 200 KB',
    goal: { atMost: 2 },
    times: { full: 12, quick: 4 },
    document: sized(200_000),
    send: (server, uri) => server.request('textDocument/documentSymbol', { textDocument: { uri } }),
    peers: true,
  },
];

/** Milliseconds after which a request is not sent again in the same round. */
const ENOUGH = 5_000;

export const requestParts = (context: Context): readonly Part[] => requests.map((request) => partOf(request, context));

function partOf({ id, title, goal, times: { full, quick }, document, send, peers }: Request, context: Context): Part {
  const times = context.quick ? quick : full;
  const rows: readonly Row[] = [
    { id: `${id}/wall`, title, unit: 'ms', base: 'floor', goals: [goal] },
    { id: `${id}/cpu`, title: `${title}, CPU`, unit: 'ms', base: 'floor', gated: true },
  ];
  return {
    name: 'request',
    what: title.replaceAll('`', ''),
    rows,
    subjects: [...context.programs.servers.keys()].filter((subject) => peers || ['ours', 'floor'].includes(subject)),
    rounds: context.quick ? 2 : 3,
    measure: (subject) =>
      withServer(context, subject, async (server) => {
        await server.initialize();
        const { text, places } = document(server, context);
        const uri = server.protocol.uri('agent');
        await server.open(uri, text);
        const typing = new Typing(server, uri);
        const walls: number[] = [];
        const cpus: number[] = [];
        const begin = performance.now();
        for (let i = 0; i < times * 2 && (i === 0 || performance.now() - begin < ENOUGH); i++) {
          await typing.once(places.front);
          const before = await server.cpu();
          const start = performance.now();
          await send(server, uri, places.front);
          const wall = performance.now() - start;
          const after = await server.cpu();
          // The first half warms up, unless there is no time for a second one.
          if (i === times) {
            walls.length = 0;
            cpus.length = 0;
          }
          walls.push(wall);
          cpus.push(after - before);
        }
        return { [`${id}/wall`]: median(walls), [`${id}/cpu`]: median(cpus) };
      }),
  };
}
