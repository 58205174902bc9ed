/** Which agent a name means among many files, compared with recorded runs of Claude Code. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Around } from '../../server/core/workspace/around';
import { type Index, type Indexed, indexOf } from '../../server/core/workspace/index';
import { indexedOf } from '../../server/core/workspace/read';
import { nowhere, type Where } from '../../server/core/workspace/tree';
import type { Workspace } from '../../server/core/workspace/workspace';

interface Recorded {
  readonly agentTypeResolution: readonly {
    readonly asked: string;
    readonly started: boolean;
    readonly agent: string | null;
    readonly error: string | null;
  }[];
  readonly agentListsInMainSession: readonly {
    readonly tools: string;
    readonly as?: 'subagent';
    readonly listing?: readonly string[];
    readonly mainTools?: readonly string[] | null;
  }[];
  readonly folders: readonly {
    readonly what: string;
    readonly result: Readonly<Record<string, string>>;
    readonly log: readonly string[];
  }[];
}

const path = join('..', 'shared', 'facts', 'claude-runtime.json');
const recorded = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Recorded) : undefined;

const fileOf = (name: string, description = 'd', more = ''): string =>
  `---\nname: ${JSON.stringify(name)}\ndescription: ${description}\n${more}---\nHi\n`;

function indexed(files: Readonly<Record<string, string>>, where: Where = nowhere): Index {
  const workspace: Workspace = { presence: () => 'absent', manifest: () => undefined, where };
  return indexOf(
    Object.entries(files).flatMap(([file, text]): readonly Indexed[] => indexedOf(file, text, workspace)),
    where,
  );
}

function viewFrom(file: string, files: Readonly<Record<string, string>>, where?: Where): Around {
  const around = indexed(files, where).around(file);
  return around ?? assert.fail(`${file} is not in the index`);
}

/** The names that can be called, with the descriptions of the files that are loaded. */
const listed = (around: Around): Readonly<Record<string, string>> =>
  Object.fromEntries(around.agents().map(({ name = '', purpose }) => [name, purpose]));

const agentsIn = (folder: string, names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name, i) => [`${folder}/.claude/agents/${i}.md`, fileOf(name)]));

const sorted = (names: Iterable<string>): readonly string[] => [...names].sort();

describe('the recorded names', {
  skip: recorded === undefined ? 'the recorded cases are not beside the project' : false,
}, () => {
  if (recorded === undefined) return;
  const folder = (what: string): Recorded['folders'][number] =>
    recorded.folders.find((one) => one.what === what) ?? assert.fail(`no record of ${what}`);

  describe('of calls', () => {
    const builtIn = ['claude', 'Explore', 'general-purpose', 'Plan', 'statusline-setup'];
    const there = recorded.agentTypeResolution.flatMap(
      ({ error }) => /Available agents: (.+)/.exec(error ?? '')?.[1] ?? [],
    );
    const names = (there[0] ?? '').split(', ').filter((name) => !builtIn.includes(name));
    const around = viewFrom('/p/.claude/agents/0.md', agentsIn('/p', names));
    for (const { asked, started, agent, error } of recorded.agentTypeResolution) {
      it(`"${asked}" ${started ? `starts ${agent ?? 'a built-in agent'}` : 'is refused'}`, () => {
        const found = around.agent(asked);
        if (started) {
          assert.equal(found.kind, agent === null ? 'built-in' : 'one');
          assert.equal(found.kind === 'one' ? found.card.name : null, agent);
          return;
        }
        const matches = /matches (.+?)\. Use/.exec(error ?? '')?.[1]?.split(', ');
        assert.equal(found.kind, matches === undefined ? 'none' : 'ambiguous');
        if (found.kind === 'ambiguous') assert.deepEqual(found.names, matches);
      });
    }
  });

  describe('in a list of the main session', () => {
    const own = ['a', 'b', 'c', 'm', 'A-x'];
    for (const { tools, as, listing = [] } of recorded.agentListsInMainSession) {
      if (as === 'subagent') continue;
      it(`${tools} offers ${listing.length === 0 ? 'none' : `${listing.length}`}`, () => {
        const files = {
          ...agentsIn('/p', own),
          '/p/.claude/agents/m.md': fileOf('main', 'd', `tools: ${tools}\ninitialPrompt: Start.\n`),
        };
        const index = indexed(files);
        const ties = index.ties('/p/.claude/agents/m.md');
        const around = index.around('/p/.claude/agents/m.md');
        assert.ok(ties !== undefined && around !== undefined);
        assert.equal(ties.isMainSession, true);
        const names = ties.calls.map(({ name }) => name);
        // An item `*` lifts the limit, whatever is beside it.
        const isLimited = names.length > 0 && !names.includes('*') && !tools.includes('*,') && !tools.includes('"*"');
        const exact = names.filter((name) => {
          const found = around.agent(name);
          return found.kind === 'one' ? found.card.name === name : found.kind === 'built-in' && found.name === name;
        });
        const ours = !ties.card.startsAgents ? [] : isLimited ? exact : own;
        const theirs = isLimited ? listing : listing.filter((name) => own.includes(name));
        assert.deepEqual(sorted(new Set(ours)), sorted(theirs));
      });
    }
  });

  describe('of several files', () => {
    const duplicates = recorded.folders.flatMap(({ what, log }) =>
      log.flatMap((line) => {
        const found = /Duplicate agent name '(.+)' \(\w+\): (.+) — active: (.+\.md)$/.exec(line);
        return found === null
          ? []
          : [{ what, name: found[1] ?? '', files: (found[2] ?? '').split(', '), active: found[3] }];
      }),
    );
    assert.ok(duplicates.length > 4);
    for (const { what, name, files, active } of duplicates) {
      it(`${what}: ${name} is loaded from ${active}`, () => {
        const [first = ''] = files;
        const around = viewFrom(first, Object.fromEntries(files.map((file) => [file, fileOf(name)])));
        assert.equal(around.rivals().length, files.length);
        assert.equal(around.rivals().at(-1)?.path, active);
        const found = around.agent(name);
        assert.equal(found.kind === 'one' ? found.card.path : undefined, active);
      });
    }

    it('keeps names apart that differ only in spelling', () => {
      const names = ['case', 'Case', 'claude-code-guide', 'explore', 'fork', 'sp', 'sp ', 'web-fetch'];
      const around = viewFrom('/p/.claude/agents/0.md', agentsIn('/p', names));
      const { result } = folder('duplicates in one tree');
      assert.deepEqual(
        sorted(Object.keys(listed(around))),
        sorted(Object.keys(result).filter((name) => !name.startsWith('dup'))),
      );
      assert.deepEqual(around.otherSpellings(), ['Case']);
      assert.deepEqual(around.agent('CASE'), { kind: 'ambiguous', names: ['Case', 'case'] });
    });

    it('takes the last path of the user, too', () => {
      const user = '/home/.claude/agents';
      const where: Where = { user: ['/home/.claude'], repositories: [] };
      const files = Object.fromEntries(['z/c', 'a', 'b'].map((one) => [`${user}/${one}.md`, fileOf('d1', one)]));
      assert.deepEqual(listed(viewFrom(`${user}/a.md`, files, where)), folder('dups user tree').result);
    });
  });

  describe('of several folders', () => {
    const files = {
      '/outer/.claude/agents/outer.md': fileOf('outer', 'above git root'),
      '/outer/p/.claude/agents/same.md': fileOf('same', 'at root'),
      '/outer/p/.claude/agents/only-root.md': fileOf('only-root'),
      '/outer/p/a/.claude/agents/same.md': fileOf('same', 'at a'),
      '/outer/p/a/.claude/agents/only-a.md': fileOf('only-a'),
      '/outer/p/a/b/.claude/agents/same.md': fileOf('same', 'at a/b'),
      '/outer/p/c/.claude/agents/only-c.md': fileOf('only-c'),
      '/home/.claude/agents/same.md': fileOf('same', 'user'),
      '/home/.claude/agents/only-user.md': fileOf('only-user'),
      '/home/.claude/agents/sub/user-sub.md': fileOf('user-sub'),
    };
    const user = ['/home/.claude'];
    const inner = '/outer/p/a/b/.claude/agents/same.md';

    it('takes the nearest up to the root of the repository', () => {
      const around = viewFrom(inner, files, { user, repositories: ['/outer/p'] });
      assert.deepEqual(listed(around), folder('nested, git, cwd a/b').result);
      assert.deepEqual(
        around.namesakes().map(({ purpose }) => purpose),
        ['at a', 'at root', 'user'],
      );
    });

    it('looks further up without a repository', () => {
      const around = viewFrom(inner, files, { user, repositories: [] });
      assert.deepEqual(listed(around), folder('nested, no git, cwd a/b').result);
    });

    it('takes those of a project before those of the user', () => {
      const project = { ...files, '/q/.claude/agents/same.md': fileOf('same', 'project') };
      const around = viewFrom('/q/.claude/agents/same.md', project, { user, repositories: ['/q'] });
      assert.deepEqual(listed(around), folder('project over user').result);
    });

    it('does not look out of a repository within another one', () => {
      const where: Where = { user: [], repositories: ['/outer/p', '/outer/p/a/b'] };
      assert.deepEqual(folder('git submodule-like nested repo').result, {});
      assert.deepEqual(Object.keys(listed(viewFrom(inner, files, where))), ['same']);
    });
  });
});
