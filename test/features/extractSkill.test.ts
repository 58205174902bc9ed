/** Extracting a section to a skill: what is written, and where it is not offered. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeAction } from 'vscode-languageserver-types';
import { readAgent } from '../../server/core/agent/agent';
import { extractSkillActionsIn } from '../../server/core/features/actions/extractSkill';
import { lint } from '../../server/core/lint/lint';
import { document } from '../../server/core/text/document';
import { detect, membershipOf } from '../../server/core/workspace/detect';
import { applied, type Files, filesOf, type Texts } from './workspaces';

const path = '/w/.claude/agents/shipper.md';
const skill = '/w/.claude/skills/deploy-steps/SKILL.md';

const fileWith = (lines: string, body: string): string =>
  `---\nname: shipper\ndescription: Ships the service when it is asked to.\n${lines}---\n\nYou ship.\n\n${body}`;

const BODY = '## Deploy Steps$0\n\nRun `make ship` first. Then wait.\n\n### Checks\n\n- Look.\n\n## Notes\n\nNone.\n';

interface Options {
  readonly end?: number;
  readonly creates?: boolean;
  readonly automatic?: boolean;
  readonly only?: readonly string[];
}

function actions(files: Files, { end, creates = true, automatic = false, only }: Options = {}): readonly CodeAction[] {
  const { texts, workspace, index, cursor } = files;
  const [format] = detect(cursor.path, workspace);
  assert.ok(format !== undefined);
  const agent = readAgent(texts[cursor.path] ?? '', format, cursor.path, membershipOf(cursor.path, format, workspace));
  return extractSkillActionsIn(
    agent,
    { start: cursor.offset, end: end ?? cursor.offset },
    {
      uri: cursor.path,
      creates,
      automatic,
      only,
      workspace: { ...workspace, around: index.around },
    },
  );
}

function extracted(marked: Texts, options: Options = {}): Texts {
  const files = filesOf(marked);
  const [action] = actions(files, options);
  return applied(files.texts, action?.edit ?? assert.fail('no action'));
}

describe('extracting a section to a skill', () => {
  it('writes the skill, leaves its heading and a reference, and lists the skill', () => {
    assert.deepEqual(extracted({ [path]: fileWith('', BODY) }), {
      [path]: fileWith(
        'skills: deploy-steps\n',
        '## Deploy Steps\n\nFollow the `deploy-steps` skill.\n\n## Notes\n\nNone.\n',
      ),
      [skill]: document`
        ---
        name: deploy-steps
        description: Deploy Steps. Run \`make ship\` first.
        ---

        ## Deploy Steps

        Run \`make ship\` first. Then wait.

        ### Checks

        - Look.
        `,
    });
  });

  const lists: readonly (readonly [string, string])[] = [
    ['skills: one', 'skills: one, deploy-steps'],
    ['skills: one two', 'skills: one two deploy-steps'],
    ['skills: [one]', 'skills: [one, deploy-steps]'],
    ['skills: ["one"]', 'skills: ["one", "deploy-steps"]'],
    ['skills:\n  - one', 'skills:\n  - one\n  - deploy-steps'],
    ['skills: []', 'skills: [deploy-steps]'],
    ['skills:', 'skills: deploy-steps'],
    ['skills: deploy-steps', 'skills: deploy-steps'],
    ['skills: one # mine', 'skills: one, deploy-steps # mine'],
  ];
  for (const [before, after] of lists) {
    it(`turns ${JSON.stringify(before)} into ${JSON.stringify(after)}`, () => {
      const text = extracted({ [path]: fileWith(`${before}\nmodel: opus\n`, BODY) })[path] ?? '';
      assert.equal(text.slice(0, text.indexOf('\nYou')), fileWith(`${after}\nmodel: opus\n`, '').split('\nYou')[0]);
    });
  }

  it('raises no problem, and gives a skill that the agent loads', () => {
    const after = filesOf(extracted({ [path]: fileWith('tools: Read\n', BODY) }));
    const [format] = detect(path, after.workspace);
    const agent = readAgent(after.texts[path] ?? '', format ?? assert.fail(), path);
    const { findings } = lint(agent, { workspace: { ...after.workspace, around: after.index.around } });
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      [],
    );
    const found = after.index.around(path)?.skill('deploy-steps');
    assert.equal(
      found?.kind === 'one' && found.card.isOpen && found.card.description,
      'Deploy Steps. Run `make ship` first.',
    );
  });

  it('keeps line ends', () => {
    const after = extracted({ [path]: fileWith('', BODY).replaceAll('\n', '\r\n') });
    for (const text of Object.values(after)) assert.equal(text.replaceAll('\r\n', '').search(/[\r\n]/), -1);
  });

  it('takes what a selection covers', () => {
    const body = BODY.replace('$0', '').replace('### Checks', '$0### Checks');
    const marked = { [path]: fileWith('', body) };
    const { texts } = filesOf(marked);
    const end = (texts[path] ?? '').indexOf('## Notes');
    const after = extracted(marked, { end });
    assert.ok(after['/w/.claude/skills/checks/SKILL.md']?.includes('### Checks\n\n- Look.\n'));
    assert.deepEqual(actions(filesOf(marked), { end: (texts[path] ?? '').length }), [], 'two sections');
  });

  it('leads links to the same files', () => {
    const body =
      '## Deploy Steps$0\n\nRead [a](../../docs/a.md#x), [b](b.md) and [c](https://c.example).\n\n## Notes\n\nNone.\n';
    assert.match(
      extracted({ [path]: fileWith('', body) })[skill] ?? '',
      /\[a\]\(\.\.\/\.\.\/\.\.\/docs\/a\.md#x\), \[b\]\(\.\.\/\.\.\/agents\/b\.md\) and \[c\]\(https:\/\/c\.example\)/,
    );
  });

  const descriptions: readonly (readonly [string, string, string])[] = [
    ['Deploy Steps', '```sh\nmake\n```', 'Deploy Steps'],
    ['Deploy: now', 'It **goes** out. Wait.', "'Deploy: now. It goes out.'"],
    ['🚀 3. Deploy', '- Run `make`.', 'Deploy'],
    ['Deploy', '| a. | b |\n|---|---|\n| c | d |', 'Deploy'],
    ['Deploy', 'Use these steps:\n\n- Run `make`.', 'Deploy'],
    ['Deploy', '### Part\n\nGo on.', 'Deploy'],
  ];
  for (const [title, text, description] of descriptions) {
    it(`describes ${JSON.stringify(`${title}\n${text}`)} as ${description}`, () => {
      const after = extracted({ [path]: fileWith('', `## ${title}$0\n\n${text}\n\n## Notes\n\nNone.\n`) });
      const [written] = Object.entries(after).flatMap(([file, one]) => (file === path ? [] : [one]));
      assert.equal(/^description: (.*)$/m.exec(written ?? '')?.[1], description);
    });
  }

  it('writes into the plugin of an agent', () => {
    const manifest = { '/w/kit/.claude-plugin/plugin.json': '{ "name": "kit" }' };
    const after = extracted({ ...manifest, '/w/kit/agents/shipper.md': fileWith('', BODY) });
    assert.ok('/w/kit/skills/deploy-steps/SKILL.md' in after);
  });
});

describe('no skill is extracted', () => {
  const section = (title: string, text = 'Do it.'): string => `## ${title}$0\n\n${text}\n\n## Notes\n\nNone.\n`;
  const bodies: readonly (readonly [string, string])[] = [
    ['from access restrictions', section('Access Restrictions')],
    ['from a section with access restrictions in it', section('Steps', '### Forbidden\n\n- `src/`')],
    ['from the role', section('Role')],
    ['from the response format', section('Response Format')],
    ['from a section with the report', section('Steps', '```yaml\ncompletion_report:\n  agent: shipper\n```')],
    ['from a section within the response format', '## Response Format\n\n### Steps$0\n\nDo it.\n\n## Notes\n\nNone.\n'],
    ['during a merge', `${section('Steps')}\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n`],
    ['from a section without text', '## Steps$0\n\n## Notes\n\nNone.\n'],
    ['from a title without a name', section('部署')],
    ['under a name that YAML reads as something else', section('On')],
    ['from text', '## Steps\n\nDo $0it.\n\n## Notes\n\nNone.\n'],
    ['with a link to another section', section('Steps', 'See [notes](#notes).')],
  ];
  for (const [what, body] of bodies) {
    it(what, () => assert.deepEqual(actions(filesOf({ [path]: fileWith('', body) })), []));
  }

  it('when it would be all of the body', () => {
    const text = '---\nname: a\ndescription: Does a thing.\n---\n# All$0\n\nDo it.\n';
    assert.deepEqual(actions(filesOf({ [path]: text })), []);
  });

  it('under a taken name', () => {
    const marked = { [path]: fileWith('', BODY), [skill]: '---\ndescription: x\n---\nHi\n' };
    assert.deepEqual(actions(filesOf(marked)), []);
    const command = { [path]: fileWith('', BODY), '/w/.claude/commands/deploy-steps.md': 'Hi\n' };
    assert.deepEqual(actions(filesOf(command)), []);
  });

  it('where the field cannot take one more', () => {
    assert.deepEqual(actions(filesOf({ [path]: fileWith('skills: 5\n', BODY) })), []);
    assert.deepEqual(actions(filesOf({ [path]: fileWith('skills: {a: b}\n', BODY) })), []);
    assert.deepEqual(actions(filesOf({ [path]: fileWith('color: a: b\n', BODY) })), [], 'YAML that the host repairs');
  });

  it('by an editor that cannot create files, or that only wants a light bulb, or another kind', () => {
    const files = filesOf({ [path]: fileWith('', BODY) });
    assert.deepEqual(actions(files, { creates: false }), []);
    assert.deepEqual(actions(files, { automatic: true }), []);
    assert.deepEqual(actions(files, { only: ['refactor.rewrite'] }), []);
    assert.equal(actions(files, { automatic: true, only: ['refactor.extract'] }).length, 1);
  });
});
