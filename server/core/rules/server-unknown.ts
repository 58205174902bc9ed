/** Rule: a tool or entry of an MCP server that no file of the workspace declares, although others are declared there. */
import { replaceWord } from '../findings/fieldFixes';
import type { Finding } from '../findings/finding';
import { isCommitted } from '../findings/skills';
import { closestOf } from '../text/closest';
import { document } from '../text/document';
import type { Fix } from '../text/edits';
import { quoted } from '../text/quoted';
import { span as spanOf } from '../text/span';
import { inOneSpelling } from '../text/spelling';
import type { Card, ServerCard } from '../workspace/card';
import type { ServerUse } from '../workspace/servers';
import { inHome, togetherOf } from '../workspace/tree';
import type { Rule } from './rule';

const servers = '{ "mcpServers": { "tickets": { "command": "tickets" }, "my-docs": { "command": "docs" } } }\n';

const plugin = '{ "name": "desk" }';

export const serverUnknown: Rule = {
  id: 'server-unknown',
  title: 'MCP server that no file declares',
  why: 'An agent gets the tools of a server only where the server is configured. Names are compared exactly, with case, `-` and `_`.',
  severity: 'information',
  asksAboutFiles: true,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, mcp__tickets__open, mcp__wiki__read, mcp__wiki__write
                                         ^^^^^^^^^^^^^^^ server-unknown
        ---
        Call \`mcp__calendar__add\`.
              ^^^^^^^^^^^^^^^^^^ server-unknown
        `,
      path: '/w/.claude/agents/a.md',
      others: { '/w/.mcp.json': servers },
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: mcp__my_docs__find
               ^^^^^^^^^^^^^^^^^^ server-unknown
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: mcp__my-docs__find
        ---
        Hi
        `,
      path: '/w/.claude/agents/a.md',
      others: { '/w/.mcp.json': servers },
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, mcp__tickets__open
                     ^^^^^^^^^^^^^^^^^^ server-unknown
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, mcp__plugin_desk_tickets__open
        ---
        Hi
        `,
      path: '/w/desk/agents/a.md',
      format: 'claude-code-plugin',
      manifest: plugin,
      others: { '/w/desk/.claude-plugin/plugin.json': plugin, '/w/desk/.mcp.json': servers },
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, mcp__plugin_desk_tickets__open, mcp__other__find
        ---
        Hi
        `,
      path: '/w/desk/agents/a.md',
      format: 'claude-code-plugin',
      manifest: plugin,
      others: { '/w/desk/.claude-plugin/plugin.json': plugin, '/w/desk/.mcp.json': servers },
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, mcp__tickets__open, mcp__own, mcp__claude_ai_Notes__find, mcp__plugin_x_y
        disallowedTools: mcp__wiki
        mcpServers:
          - my-docs
          - own:
              command: own
        ---
        Never call \`mcp__calendar__add\`.
        `,
      path: '/w/.claude/agents/a.md',
      others: { '/w/.mcp.json': servers },
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, mcp__wiki__read
        ---
        Hi
        `,
      path: '/w/.claude/agents/a.md',
    },
  ],
  *across({ card, servers: uses }, around) {
    const { inNames } = card.format.mcp;
    const wanted = uses.filter((use) => use.in !== 'denied');
    if (inNames === undefined || wanted.length === 0) return;
    const declared = around.servers();
    if (card.tree.scope === 'plugin') yield* ofPlugin(card, wanted, declared);
    if (!isCommitted(card)) return;
    // Where no file of the project declares servers, everybody has their own.
    if (!declared.some(({ tree }) => tree.scope === 'project')) return;
    const names = [...declared.map(({ name }) => name), ...card.servers];
    const known = new Set(names.map(inNames));
    const host = card.format.host.name;
    const file = togetherOf(card.format)?.newServers?.('');
    for (const use of wanted) {
      const { server, span } = use;
      if (known.has(server) || togetherOf(card.format)?.comesAlong?.(server) === true) continue;
      known.add(server);
      const meant = closestOf(server, names.map(inNames));
      const isDeclaredHere = declared.some(({ path }) => file && inOneSpelling(path) === inHome(card, file.path));
      yield {
        span,
        unknown: { kind: 'servers', names: [server] },
        message: `No file of this workspace declares the MCP server ${quoted(server)}. Unless it is one of your own, ${host} has no such tools. ${
          meant === undefined
            ? 'Declare it, or correct the name.'
            : `The server ${quoted(meant)} is declared: use its name, or declare this one.`
        }`,
        fixes: [
          ...(meant === undefined ? [] : [renameServer(use, meant)]),
          ...(isDeclaredHere ? [] : declare(card, use)),
        ],
      };
    }
  },
};

/** Servers of the own plugin that are named as the plugin itself calls them. */
function* ofPlugin(card: Card, wanted: readonly ServerUse[], declared: readonly ServerCard[]): Iterable<Finding> {
  const { format, tree } = card;
  const inNames = format.mcp.inNames ?? ((server) => server);
  const own = declared.filter((one) => one.tree.scope === 'plugin' && one.tree.home === tree.home);
  const seen = new Set(declared.filter((one) => !own.includes(one)).map(({ name }) => inNames(name)));
  for (const use of wanted) {
    const meant = own.find(({ key }) => key !== undefined && inNames(key) === use.server);
    if (meant === undefined || seen.has(use.server)) continue;
    seen.add(use.server);
    const name = inNames(meant.name);
    yield {
      span: use.span,
      unknown: { kind: 'servers', names: [use.server] },
      message: `${quoted(use.server)} is probably not the name of a server here: in tool names, ${format.host.name} calls the server of this plugin ${quoted(name)}. Write ${quoted(name)}, unless you mean another server.`,
      related: [{ span: meant.nameSpan, message: 'The plugin declares it here.', in: meant }],
      fixes: [renameServer(use, name)],
    };
  }
}

/** Puts another server into the name, which contains it once and exactly. */
function renameServer({ name, server, span }: ServerUse, meant: string): Fix {
  const at = span.start + Math.max(0, name.indexOf(server));
  return replaceWord(server, meant, spanOf(at, Math.min(at + server.length, span.end)));
}

/** Creates the file that declares servers, where the project of the agent has none. */
function declare(card: Card, { name, server, in: place }: ServerUse): readonly Fix[] {
  const file = togetherOf(card.format)?.newServers?.(place === 'servers' ? name : server);
  if (file === undefined) return [];
  const creates = [{ path: inHome(card, file.path), text: file.text }];
  return [{ title: `Declare ${quoted(server)} in a new \`${file.path}\``, safe: false, edits: [], creates }];
}
