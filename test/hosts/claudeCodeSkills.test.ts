/** Which name loads which skill or command, compared with recorded runs of Claude Code. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { document } from '../../server/core/text/document';
import type { Around } from '../../server/core/workspace/around';
import { indexOf } from '../../server/core/workspace/index';
import { indexedOf } from '../../server/core/workspace/read';
import type { Workspace } from '../../server/core/workspace/workspace';

interface Asked {
  readonly what: string;
  readonly text: string;
  readonly description: string | null;
  readonly skillTool: string;
}

interface RecordedSkills {
  readonly cases: readonly (Asked & { readonly folder: string })[];
  readonly more: readonly { readonly what: string; readonly result: unknown }[];
}

interface RecordedCommands {
  readonly cases: readonly (Asked & { readonly path: string; readonly askedAs: string })[];
  readonly extra: readonly { readonly asked: string; readonly answer: string; readonly listed: string | null }[];
}

interface Preloaded {
  readonly what: string;
  readonly log: readonly string[];
}

const facts = join('..', 'shared', 'facts');
const skip = existsSync(facts) ? false : 'the recorded cases are not beside the project';
const read = <T>(name: string): T => JSON.parse(readFileSync(join(facts, name), 'utf8')) as T;

const described = (description: string, more = ''): string =>
  `---\n${more}description: ${description}\n---\nBODY of it.\n`;

const AGENT = '/p/.claude/agents/a.md';
const ANY_AGENT = '---\nname: a\ndescription: d\n---\nHi\n';

/** The workspace of some files, with the user's in `/home/.claude`. */
function workspaceOf(files: Readonly<Record<string, string>>): ReturnType<typeof indexOf> {
  const workspace: Workspace = {
    presence: (path) => (Object.hasOwn(files, path) ? 'present' : 'absent'),
    manifest: (path) => files[path],
    where: { user: ['/home/.claude'], repositories: ['/p'] },
  };
  return indexOf(
    Object.entries(files).flatMap(([path, text]) => indexedOf(path, text, workspace)),
    workspace.where,
  );
}

function aroundOf(files: Readonly<Record<string, string>>, agent = AGENT): Around {
  const around = workspaceOf({ [agent]: ANY_AGENT, ...files }).around(agent);
  assert.ok(around !== undefined);
  return around;
}

/** What the tool that runs skills would say, and the description of what it would run. */
function answerOf(around: Around, name: string): readonly [string, string | undefined] {
  const found = around.skill(name);
  if (found.kind === 'built-in') return ['runs', undefined];
  if (found.kind !== 'one' || found.card.isGated) return ['unknown', undefined];
  return [found.card.isOpen ? 'runs' : 'closed', found.card.description];
}

function recordedAnswer(answer: string): string {
  if (/Unknown skill|Invalid skill format/.test(answer)) return 'unknown';
  return answer.includes('cannot be used with Skill tool') ? 'closed' : 'runs';
}

/** The recording cuts long texts; only their length mattered. */
const whole = (what: string, text: string): string =>
  what === 'size 1e6+1' || what === 'size 1048577' ? text.replace('…', 'x'.repeat(1_048_577)) : text;

/** Compares a description with the recording, which cuts and escapes it as the listing does. */
function assertShown(shown: string | undefined, recorded: string | null): void {
  if (recorded === null || shown === undefined) return;
  const listed = shown.slice(0, 1536).replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  assert.equal(/^\d+ characters$/.test(recorded) ? `${listed.length} characters` : listed, recorded);
}

/** Where only our reading has a bound: an alias in place of a value is not followed, so no field of the file counts. */
const UNREAD = ['alias'];

describe('the recorded skills', { skip }, () => {
  if (skip !== false) return;
  const { cases, more } = read<RecordedSkills>('claude-skills.json');
  const around = aroundOf(
    Object.fromEntries(
      cases.map(({ what, folder, text }) => [`/p/.claude/skills/${folder}/SKILL.md`, whole(what, text)]),
    ),
  );
  for (const { what, folder, description, skillTool } of cases) {
    it(what, () => {
      const [answer, shown] = answerOf(around, folder);
      assert.equal(answer, recordedAnswer(skillTool));
      if (!UNREAD.includes(what)) assertShown(shown, description);
    });
  }

  const second = (name: string): string => described(`d of ${name}`, `name: ${name}\n`);
  it('has a second name where that has no space', () => {
    assert.deepEqual(answerOf(around, 'other-name'), ['runs', 'd']);
    assert.deepEqual(answerOf(around, '5'), ['runs', 'd']);
    assert.deepEqual(answerOf(around, 'My Skill'), ['unknown', undefined]);
    assert.deepEqual(answerOf(around, '<b>x</b>'), ['unknown', undefined]);
  });

  it('are not read in other places', () => {
    const other = aroundOf({
      '/p/.claude/skills/one/skill.md': second('one'),
      '/p/.claude/skills/flat.md': second('flat'),
      '/p/.claude/skills/SKILL.md': second('top'),
      '/p/.claude/skills/grp/inner/SKILL.md': second('inner'),
    });
    assert.deepEqual(other.skills(), []);
  });

  const tree = (home: string, who: string, ...names: readonly string[]): Readonly<Record<string, string>> =>
    Object.fromEntries(
      names.map((name) => [
        name.endsWith('.md') ? `${home}/.claude/commands/${name}` : `${home}/.claude/skills/${name}/SKILL.md`,
        described(`${who} ${name.endsWith('.md') ? 'command' : 'skill'}`),
      ]),
    );
  for (const [from, agent] of [
    ['root', AGENT],
    ['sub', '/p/sub/.claude/agents/a.md'],
  ] as const) {
    it(`the first of one name, from the ${from} folder`, () => {
      const result = more.find(({ what }) => what === `precedence cwd=${from} listing`)?.result as Readonly<
        Record<string, string | null>
      >;
      const files = {
        ...tree('/home', 'user', 'a', 'b.md', 'c.md', 'd'),
        ...tree('/p', 'project', 'a', 'b.md', 'c', 'd.md'),
        ...tree('/p/sub', 'sub', 'sc.md'),
        '/p/.claude/skills/e/SKILL.md': described('d', 'name: other-name\n'),
        '/p/sub/.claude/skills/n/SKILL.md': described('sub only'),
      };
      const here = aroundOf(files, agent);
      for (const [shown, description] of Object.entries(result)) {
        const name = shown.replace(/ \(.*/, '');
        assert.deepEqual(answerOf(here, name)[1] ?? null, description, name);
      }
    });
  }
});

describe('the recorded commands', { skip }, () => {
  if (skip !== false) return;
  const { cases, extra } = read<RecordedCommands>('claude-commands.json');
  const around = aroundOf({
    ...Object.fromEntries(cases.map(({ what, path, text }) => [`/p/.claude/commands/${path}`, whole(what, text)])),
    '/p/.claude/skills/same/SKILL.md': described('the skill same'),
    '/p/.claude/skills/other/SKILL.md': described('skill whose name is inskill', 'name: inskill\n'),
    '/p/.claude/commands/inskill.md': described('d of inskill.md'),
    '/p/.claude/commands/sub/SKILL.md': described('d of sub/SKILL.md'),
    '/p/.claude/commands/sk/SKILL.md': described('d of sk/SKILL.md'),
    '/p/.claude/commands/same2.md': described('project'),
    '/p/.claude/commands/same3.md': described('project'),
    '/home/.claude/commands/same2.md': described('user'),
    '/home/.claude/commands/same3.md': described('user'),
    '/home/.claude/commands/useronly.md': described('user only'),
  });
  for (const { what, askedAs, description, skillTool } of cases) {
    it(what, () => {
      const [answer, shown] = answerOf(around, askedAs);
      assert.equal(answer, recordedAnswer(skillTool));
      assertShown(shown, description);
    });
  }
  for (const { asked, answer, listed: description } of extra) {
    it(`asked for: ${asked}`, () => {
      const [ours, shown] = answerOf(around, asked);
      assert.equal(ours, recordedAnswer(answer));
      assert.equal(shown ?? null, description);
    });
  }
});

describe('the recorded lists of skills', { skip }, () => {
  if (skip !== false) return;
  const { skillsField } = read<{ readonly skillsField: readonly Preloaded[] }>('claude-runtime.json');
  const files = {
    '/p/.claude/skills/s1/SKILL.md': described('d'),
    '/p/.claude/skills/folder-two/SKILL.md': described('d', 'name: Pretty Name\n'),
    '/p/.claude/skills/hid/SKILL.md': described('d', 'user-invocable: false\n'),
    '/p/.claude/skills/broken/SKILL.md': '---\na: "b\n---\nBODY of it.\n',
    '/p/.claude/skills/nodesc/SKILL.md': 'BODY of it.\n',
    '/p/.claude/skills/pathy/SKILL.md': described('d', 'paths: src/**\n'),
    '/p/.claude/skills/empty/SKILL.md': '',
    '/p/.claude/skills/group/inner/SKILL.md': described('d'),
    '/p/.claude/skills/flat.md': described('d'),
    '/p/.claude/skills/upper/Skill.md': described('d'),
    '/p/.claude/commands/cmd.md': described('d'),
    '/p/.claude/commands/sub/deep.md': described('d'),
    '/p/plug/.claude-plugin/plugin.json': '{ "name": "plug" }',
    '/p/plug/skills/psk/SKILL.md': described('d'),
    '/p/plug/commands/pcmd.md': described('d'),
  };
  for (const { what, log } of skillsField) {
    it(what, () => {
      const text = `---\nname: a\ndescription: d\nskills: ${what}\n---\nHi\n`;
      const index = workspaceOf({ ...files, [AGENT]: text });
      const around = index.around(AGENT);
      assert.ok(around !== undefined);
      const names = index.ties(AGENT)?.skills.map(({ name }) => name) ?? [];
      const loaded = log.flatMap((line) => /Preloaded skill '(.*)'$/.exec(line)?.[1] ?? []);
      assert.deepEqual(
        names.filter((name) => answerOf(around, name)[0] === 'runs'),
        loaded,
      );
    });
  }

  it('an agent of a plugin gets the skill of its own plugin for a name without the prefix', () => {
    const text = document`
      ---
      name: a
      description: d
      ---
      Hi
      `;
    const index = workspaceOf({
      '/p/one/.claude-plugin/plugin.json': '{ "name": "one" }',
      '/p/one/skills/psk/SKILL.md': described('one'),
      '/p/two/.claude-plugin/plugin.json': '{ "name": "two" }',
      '/p/two/skills/psk/SKILL.md': described('two'),
      '/p/two/agents/a.md': text,
    });
    const around = index.around('/p/two/agents/a.md');
    assert.ok(around !== undefined);
    assert.deepEqual(answerOf(around, 'psk'), ['runs', 'two']);
    assert.deepEqual(answerOf(around, 'one:psk'), ['runs', 'one']);
  });
});
