/** Part about a workspace of many agents: what a person waits for while the server reads them, and what they take. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Context, MEGABYTE, type Part } from '../part';
import { median, slowest } from '../statistics';
import { renamed } from '../texts';
import { withServer } from './session';

/** Agents in the large workspace. */
const AGENTS = { full: 5_000, quick: 500 } as const;

/** The same server in a workspace of one agent. */
const ONE = 'one agent';

export function workspace(context: Context): Part {
  const { quick, source, folder } = context;
  const count = quick ? AGENTS.quick : AGENTS.full;
  const many = count.toLocaleString('en');
  const rootOf = (subject: string): string => join(folder, subject === ONE ? 'workspace-one' : 'workspace-many');
  const fill = (root: string, agents: number): void => {
    const place = join(root, '.claude', 'agents');
    mkdirSync(place, { recursive: true });
    for (let i = 1; i <= agents; i++) writeFileSync(join(place, `agent-${i}.md`), renamed(source.text, `agent-${i}`));
  };
  const row = (id: string, title: string, more: Partial<Part['rows'][number]> = {}): Part['rows'][number] => ({
    id: `workspace/${id}`,
    title: `workspace of ${many} agents: ${title}`,
    unit: 'ms',
    base: ONE,
    ...more,
  });
  return {
    name: 'workspace',
    what: `${many} agents`,
    rows: [
      row('first', 'open → diagnostics', { goals: [{ atMost: 1.2, of: ONE }] }),
      row('hover', 'hover while it is read, median'),
      row('slow', 'hover while it is read, slowest of 100', { goals: [{ atMost: 8 }] }),
      row('all', 'every problem known'),
      row('name', 'keystroke in a name → diagnostics'),
      row('memory', 'memory afterwards', { unit: 'MB' }),
    ],
    subjects: ['ours', ONE],
    rounds: quick ? 1 : 3,
    prepare: () => {
      fill(rootOf('ours'), count);
      fill(rootOf(ONE), 1);
    },
    measure: (subject) =>
      withServer(context, 'ours', async (server) => {
        const root = pathToFileURL(rootOf(subject)).toString();
        const uri = `${root}/.claude/agents/agent-1.md`;
        const text = readFileSync(join(rootOf(subject), '.claude', 'agents', 'agent-1.md'), 'utf8');
        await server.initialize(root);
        const begin = performance.now();
        await server.open(uri, text);
        const first = performance.now() - begin;
        let isRead = false;
        const read = server.request('workspace/diagnostic', { previousResultIds: [] }).then(() => {
          isRead = true;
          return performance.now() - begin;
        });
        const hovers: number[] = [];
        do {
          const asked = performance.now();
          await server.request('textDocument/hover', { textDocument: { uri }, position: { line: 1, character: 2 } });
          hovers.push(performance.now() - asked);
          await new Promise((resolve) => setTimeout(resolve, 5));
        } while (!isRead);
        const all = await read;
        const keystrokes: number[] = [];
        for (let version = 2; version < 32; version++)
          keystrokes.push(await server.edit(uri, version, { line: 1, character: 8 }, 0, 'e'));
        return {
          'workspace/first': first,
          'workspace/hover': median(hovers),
          'workspace/slow': slowest(hovers, 0.99),
          'workspace/all': all,
          'workspace/name': median(keystrokes),
          'workspace/memory': (await server.usage()).resident / MEGABYTE,
        };
      }),
  };
}
