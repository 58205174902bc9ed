/** What is said about the descriptions of all skills and commands together. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentOf } from '../../server/core/agent/agent';
import { fileOf } from '../../server/core/hosts/lookup';
import { lint } from '../../server/core/lint/lint';
import type { LintFinding } from '../../server/core/lint/lintFinding';
import { detect, membershipOf } from '../../server/core/workspace/detect';
import type { Workspace } from '../../server/core/workspace/workspace';
import { type Files, indexOfFiles, skillText, workspaceOf } from './around';

const skillAt = (name: string, home = '/w'): string => `${home}/.claude/skills/${name}/SKILL.md`;

const MANY = 'x'.repeat(1_000);

/** So many skills with descriptions of 1,000 characters: `k00`, `k01` … */
const skills = (count: number, more = '', home = '/w'): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [skillAt(`k${String(i).padStart(2, '0')}`, home), skillText(MANY, more)]),
  );

/** What the rule says about each of the skills and commands, by its path. */
function said(files: Files): Readonly<Record<string, LintFinding>> {
  const index = indexOfFiles(files);
  const workspace: Workspace = { ...workspaceOf(files), around: index.around, aroundSkill: index.aroundSkill };
  const found = Object.entries(files).flatMap(([path, text]): readonly [string, LintFinding][] => {
    const [format] = detect(path, workspace);
    if (format === undefined) return [];
    const file = agentOf(fileOf(text, format), format, path, membershipOf(path, format, workspace));
    const { findings, failures } = lint(file, { workspace });
    assert.deepEqual(failures, []);
    return findings.flatMap((finding) => (finding.rule === 'skills-over-budget' ? [[path, finding]] : []));
  });
  assert.ok(found.length <= 1, 'one file is told of the sum');
  return Object.fromEntries(found);
}

/** The numbers in the message, without what the host allows. */
const sumIn = (files: Files): readonly string[] =>
  Object.values(said(files)).flatMap(({ message }) => /the (\d+) here have ([\d,]+)/.exec(message)?.slice(1) ?? []);

describe('the descriptions of 31 skills with 1,000 characters each', () => {
  const files = skills(31);
  const [[path, finding] = []] = Object.entries(said(files));

  it('are too long, which is said once, at one of the longest descriptions', () => {
    assert.equal(path, skillAt('k00'));
    assert.ok(finding !== undefined);
    const text = files[skillAt('k00')] ?? '';
    assert.equal(text.slice(finding.span.start, finding.span.end), MANY);
    assert.equal(finding.severity, 'information');
  });

  it('are counted, and the host is named with its limit', () => {
    assert.match(finding?.message ?? '', /^Shorten the descriptions .* \(1,000 characters\): the 31 here have 31,000 /);
    assert.match(finding?.message ?? '', /Claude Code tells its model 30,000 by default/);
  });

  it('have the next ones beside them', () => {
    assert.deepEqual(
      finding?.related?.map(({ in: other, message }) => [other?.path, message]),
      ['k01', 'k02', 'k03'].map((name) => [skillAt(name), `The description of \`${name}\` has 1,000 characters.`]),
    );
  });

  it('are reported at the same skill, whichever file was read first', () => {
    const turned = Object.fromEntries(Object.entries(files).reverse());
    assert.deepEqual(Object.keys(said(turned)), [skillAt('k00')]);
  });
});

describe('the limit', () => {
  it('is not reached by 29 skills', () => assert.deepEqual(said(skills(29)), {}));

  it('allows exactly 30,000 characters, and not one more', () => {
    assert.deepEqual(said(skills(30)), {});
    const longer = { ...skills(30), [skillAt('k07')]: skillText(`${MANY}x`) };
    assert.deepEqual(sumIn(longer), ['30', '30,001']);
    assert.deepEqual(Object.keys(said(longer)), [skillAt('k07')]);
  });
});

describe('what is counted', () => {
  const command = '/w/.claude/commands/team/review.md';

  it('is a command like a skill', () => {
    const files = { ...skills(30), [command]: skillText(`${MANY}x`) };
    assert.deepEqual(sumIn(files), ['31', '31,001']);
    assert.deepEqual(Object.keys(said(files)), [command]);
  });

  it('is the description together with `when_to_use`, up to 1,536 characters', () => {
    const hint = skillText('d', 'when_to_use: use me\n');
    assert.deepEqual(sumIn({ ...skills(30), [skillAt('z')]: hint }), ['31', '30,010']);
    assert.deepEqual(sumIn({ ...skills(30), [skillAt('z')]: skillText('y'.repeat(9_000)) }), ['31', '31,536']);
  });

  it('is the first line where there is no description', () => {
    assert.deepEqual(sumIn({ ...skills(30), [skillAt('z')]: '# Ten chars.\n' }), ['31', '30,010']);
  });

  it('are the skills of the folders above, of which a session is told too', () => {
    const files = { ...skills(20), ...skills(11, '', '/w/sub') };
    assert.deepEqual(said(files), {}, 'skills of one name count once');
    const others = { ...skills(20), [skillAt('own', '/w/sub')]: skillText(`${MANY}x`) };
    const more = Object.fromEntries(
      Array.from({ length: 10 }, (_, i) => [skillAt(`s${i}`, '/w/sub'), skillText(MANY)]),
    );
    assert.deepEqual(Object.keys(said({ ...others, ...more })), [skillAt('own', '/w/sub')]);
  });

  it('are the skills of the user in their own files', () => {
    assert.deepEqual(sumIn(skills(31, '', '/home')), ['31', '31,000']);
  });
});

describe('nothing is said', () => {
  const files = skills(31);
  const one = skillAt('k30');
  const manifest = { '/w/p/.claude-plugin/plugin.json': '{ "name": "p" }' };
  const inPlugin = Object.fromEntries(
    Object.entries(skills(40)).map(([path, text]) => [path.replace('/w/.claude/', '/w/p/'), text]),
  );
  const cases: Readonly<Record<string, Files>> = {
    'where one is closed to the model': { ...files, [one]: skillText(MANY, 'disable-model-invocation: true\n') },
    'where one needs a matching file': { ...files, [one]: skillText(MANY, 'paths: src/**\n') },
    'where one has no name': { ...skills(30), '/w/.claude/skills/synced/SKILL.md': skillText(MANY) },
    'about a command with the name of a skill': { ...skills(30), '/w/.claude/commands/k00.md': skillText(MANY) },
    'where the user has a skill of the same name': { ...files, [skillAt('k00', '/home')]: skillText('d') },
    'about another project': { ...skills(30), [skillAt('z', '/v')]: skillText(MANY) },
    'about skills of the user in a project': { ...skills(30), [skillAt('z', '/home')]: skillText(MANY) },
    'about a plugin': { ...manifest, ...inPlugin },
    'about a plugin beside skills': { ...skills(30), ...manifest, ...inPlugin },
  };
  for (const [when, some] of Object.entries(cases)) it(when, () => assert.deepEqual(said(some), {}));

  for (const settings of [
    '{ "skillListingBudgetFraction": 0.02 }',
    '{ "skillListingMaxDescChars": 500 }',
    '{ "skillOverrides": { "k00": "off" } }',
    '{ "env": { "SLASH_COMMAND_TOOL_CHAR_BUDGET": "60000" } }',
    '{ "permissions": { "deny": ["Bash", "Skill"] } }',
    '{ "permissions": { "deny": ["Skill(k00)"] } }',
    '{ "skillListing',
  ])
    for (const path of ['/w/.claude/settings.json', '/w/.claude/settings.local.json', '/home/.claude/settings.json'])
      it(`where ${path} contains ${settings}`, () => assert.deepEqual(said({ ...files, [path]: settings }), {}));

  for (const [path, settings] of [
    [
      '/w/.claude/settings.json',
      '{ "env": { "A": "SLASH_COMMAND_TOOL_CHAR_BUDGET" }, "permissions": { "deny": ["Skills"] } }',
    ],
    ['/w/.claude/settings.json', '[]'],
    ['/w/sub/.claude/settings.json', '{ "skillListingBudgetFraction": 0.02 }'],
    ['/v/.claude/settings.json', '{ "skillListingBudgetFraction": 0.02 }'],
    ['/w/.claude/other.json', '{ "skillListingBudgetFraction": 0.02 }'],
  ] as const)
    it(`only there: not where ${path} contains ${settings}`, () =>
      assert.deepEqual(Object.keys(said({ ...files, [path]: settings })), [skillAt('k00')]));
});

describe('a comment', () => {
  it('in the file disables the rule', () => {
    const silent = skillText(`${MANY}x`, '# agent-authoring-disable-file skills-over-budget: they are used by turns\n');
    assert.deepEqual(said({ ...skills(30), [skillAt('z')]: silent }), {});
  });

  it('without effect is reported when everything around the file is known', () => {
    const files = { [skillAt('z')]: skillText('d', '# agent-authoring-disable-file skills-over-budget: none\n') };
    const { aroundSkill } = indexOfFiles(files);
    const [path, text] = Object.entries(files)[0] ?? assert.fail();
    const [format] = detect(path);
    assert.ok(format !== undefined);
    const rulesIn = (workspace: Workspace): readonly string[] =>
      lint(agentOf(fileOf(text, format), format, path), { workspace }).findings.map(({ rule }) => rule);
    assert.ok(!rulesIn(workspaceOf(files)).includes('suppression-unused'));
    assert.ok(rulesIn({ ...workspaceOf(files), aroundSkill }).includes('suppression-unused'));
  });
});
