/** The verdict on agent files, compared with recorded runs of Claude Code. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { LoadVerdict } from '../../server/core/hosts/verdict';
import { document } from '../../server/core/text/document';
import { agent } from '../agent';

interface Started {
  readonly what: string;
  readonly header: string;
  readonly listed?: boolean;
  readonly started: boolean;
  readonly tools: readonly string[] | null;
}

interface Recorded {
  readonly allToolsHere: readonly string[];
  readonly fields: readonly Started[];
  readonly oneToolBesideRead: readonly {
    readonly tool: string;
    readonly foreground: readonly string[];
    readonly background: readonly string[];
  }[];
  readonly mcp: { readonly servers: Readonly<Record<string, readonly string[]>>; readonly cases: readonly Started[] };
  readonly loading: readonly {
    readonly what: string;
    readonly text: string;
    readonly loads: boolean;
    readonly description: string | null;
  }[];
}

const path = join('..', 'shared', 'facts', 'runtime-cases.json');
const recorded = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Recorded) : undefined;

function verdictOf(text: string): LoadVerdict {
  const verdict = agent(text).verdict();
  assert.ok(verdict !== undefined);
  return verdict;
}

const withFields = (frontMatter: string): string => document`
  ---
  name: a
  description: d
  ${frontMatter}---
  Hi
  `;

/** Our answer as the recorded program would give it: some tools do not exist there. */
function seen(
  names: readonly string[],
  here: ReadonlySet<string>,
  servers: Recorded['mcp']['servers'] = {},
): readonly string[] {
  const all = names.flatMap((name) =>
    name.startsWith('mcp__') ? mcpTools(name, servers) : here.has(name) ? [name] : [],
  );
  return [...new Set(all)].sort();
}

function mcpTools(name: string, servers: Recorded['mcp']['servers']): readonly string[] {
  const known = Object.entries(servers).flatMap(([server, tools]) => tools.map((tool) => `mcp__${server}__${tool}`));
  const prefix = name.endsWith('__*') ? name.slice(0, -1) : `${name}__`;
  return known.filter((tool) => tool === name || tool.startsWith(prefix));
}

describe('the recorded runs', {
  skip: recorded === undefined ? 'the recorded cases are not beside the project' : false,
}, () => {
  if (recorded === undefined) return;
  const here = new Set([...recorded.allToolsHere, 'Grep', 'Glob', 'ExitPlanMode']);

  for (const { what, header, listed, started, tools } of recorded.fields) {
    it(`fields: ${what}`, () => {
      const verdict = verdictOf(withFields(header));
      assert.equal(verdict.verdict !== 'does-not-load', started, verdict.reason ?? '');
      if (listed === false) assert.equal(verdict.cause, 'hooks');
      else if (!started) assert.equal(verdict.cause, 'tools');
      if (tools === null) return;
      assert.deepEqual(seen(verdict.tools.effective, here), [...tools].sort());
    });
  }

  for (const { tool, foreground, background } of recorded.oneToolBesideRead) {
    it(`one tool beside Read: ${tool}`, () => {
      const other = (extra: string): readonly string[] => {
        const all = seen(verdictOf(withFields(`tools: Read, ${tool}\n${extra}`)).tools.effective, here);
        return tool.startsWith('Read') && !tool.startsWith('Read(')
          ? all.filter((name) => name !== 'Read')
          : tool === 'Read(/etc/**)'
            ? all
            : all.filter((name) => name !== 'Read');
      };
      assert.deepEqual(other(''), foreground);
      assert.deepEqual(other('background: true\n'), background);
    });
  }

  for (const { what, header, started, tools } of recorded.mcp.cases) {
    it(`MCP: ${what}`, (t) => {
      const verdict = verdictOf(withFields(header));
      if (what === 'm-only-unknown') return t.diagnostic('which servers there are cannot be known from a file');
      assert.equal(verdict.verdict !== 'does-not-load', started);
      // A list without a restriction also has the tools of every server.
      const ours = verdict.tools.inherited ? [] : verdict.tools.effective;
      const theirs = (tools ?? []).filter((name) => !verdict.tools.inherited || !here.has(name));
      if (!verdict.tools.inherited) assert.deepEqual(seen(ours, here, recorded.mcp.servers), [...theirs].sort());
    });
  }

  for (const { what, text: record, loads, description } of recorded.loading) {
    it(`loading: ${what}`, () => {
      // One record abbreviates its long description; only its length mattered.
      const text = /… \(\d+ characters\)$/.test(record)
        ? `---\nname: q-long\ndescription: ${'word '.repeat(3_000)}x\n---\nb`
        : record;
      assert.equal(verdictOf(text).verdict !== 'does-not-load', loads, verdictOf(text).reason ?? '');
      if (!loads) assert.equal(description, null);
    });
  }
});
