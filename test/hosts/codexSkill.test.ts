/** The verdict on Codex skills, compared with recorded runs of the program. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { lensesOf } from '../../server/core/features/lenses';
import { formatById } from '../../server/core/hosts/index';
import { lint } from '../../server/core/lint/lint';
import { detect } from '../../server/core/workspace/detect';
import type { Workspace } from '../../server/core/workspace/workspace';
import { named } from './hostFeatures';
import { describeRuns, isRecognized, type Reasons, type Run, whole } from './recordedRuns';

interface Case extends Run {
  readonly kind: string;
  readonly text: string;
}

const found = formatById('codex-skill');
assert.ok(found !== undefined);
const format = found;

/** Cases that depend on something outside the file, each with the reason. */
const decidedElsewhere: Reasons = {
  'p-nested-no-name': 'the skill is loaded under the name of its folder, which the run did not look for',
  'g-name-map': 'the skill is loaded under the name that is written, which the run did not look for',
  'p-symlink': 'the file is a symbolic link, which a text does not show',
  'p-readme': 'the run is about the skill beside this file',
};

describe('the frontmatter of Codex skills', () => {
  it('may have the fields of the standard that Codex does not read', () => {
    const text = '---\nname: a\ndescription: Does a thing.\nlicense: MIT\nallowed-tools: Read\n---\nHi\n';
    const { findings } = lint(readAgent(text, format, '/w/.agents/skills/a/SKILL.md'));
    assert.deepEqual(named(findings), ['hint field-foreign']);
  });
});

const instructions = formatById('codex-instructions');

/** Cases of instructions that depend on more than the file, each with the reason. */
const ofInstructions: Reasons = {
  'agentsmd-user': 'the file of the user is not limited, so nothing is said about it',
  'agentsmd-empty': 'nothing is said about an empty file',
};

describeRuns<Case>('Codex instructions', 'codex-skill', ofInstructions, (cases) => {
  for (const { id, kind, file, text, loaded, name } of cases) {
    if (kind !== 'agentsmd' || ofInstructions[id] !== undefined) continue;
    it(`agree with the recorded run ${id}`, () => {
      const formats = detect(`/w/${file}`);
      assert.equal(
        formats.some(({ id: one }) => one === instructions?.id),
        loaded,
      );
      if (!loaded || instructions === undefined) return;
      const verdict = readAgent(text, instructions, `/w/${file}`).verdict();
      assert.equal(verdict?.verdict, 'loads');
      assert.equal(verdict?.name, name);
    });
  }
});

describe('instructions for Codex', () => {
  assert.ok(instructions !== undefined);
  const saidOf = (text: string): readonly string[] => {
    const agent = readAgent(text, instructions, '/w/AGENTS.md');
    const lens = lensesOf(agent).map(({ command }) => command?.title ?? '');
    return [...named(lint(agent).findings), ...lens];
  };

  it('are cut after 32,768 bytes, and nothing else is said about them', () => {
    assert.deepEqual(saidOf(`---\ntools: Nope\n# Rules\n\n${'Run it.\n'.repeat(4000)}`), []);
    const long = `${'a'.repeat(32_766)}ä\n\nRest of it.\n`;
    const [finding] = lint(readAgent(long, instructions, '/w/AGENTS.md')).findings;
    assert.deepEqual(finding?.span, { start: 32_769, end: 32_780 });
    assert.deepEqual(saidOf(long), [
      'warning instructions-cut',
      'Loads as AGENTS.md · instructions · the text after the first 32,768 bytes is left out',
    ]);
    assert.deepEqual(saidOf('a'.repeat(32_768)), []);
  });

  it('are not cut where another file takes their place', () => {
    const agent = readAgent('a b '.repeat(9000), instructions, '/w/AGENTS.md');
    const files = (here: string): Workspace => ({
      presence: (path) => (path === here ? 'present' : 'absent'),
      manifest: () => undefined,
    });
    assert.deepEqual(lint(agent, { workspace: files('/w/AGENTS.override.md') }).findings, []);
    assert.equal(lint(agent, { workspace: files('/w/x/AGENTS.override.md') }).findings.length, 1);
  });

  const filler = (bytes: number): string => `${'a'.repeat(bytes - 1)}\n`;
  const cutIn = (path: string, files: Readonly<Record<string, string>>): readonly string[] => {
    const workspace: Workspace = {
      presence: (file) => (Object.hasOwn(files, file) ? 'present' : 'absent'),
      manifest: (file) => files[file],
    };
    const { findings } = lint(readAgent(files[path] ?? '', instructions, path), { workspace });
    return findings.map(({ span: { start }, message }) => `${start} ${message}`);
  };
  const inner = 'file:///w/a/b/AGENTS.md';
  const said = (from: number, above: string): readonly string[] => [
    `${from} Codex reads 32,768 bytes of instructions in all, and the files in the folders above have ${above}, so it ignores the text from here on. Shorten one of the files, or set \`project_doc_max_bytes\`.`,
  ];

  it('have one limit for all folders from the root of the repository on', () => {
    const files = { [inner]: filler(10_000), 'file:///w/a/AGENTS.md': filler(20_000), 'file:///w/.git': '' };
    assert.deepEqual(cutIn(inner, files), []);
    assert.deepEqual(cutIn(inner, { ...files, 'file:///w/AGENTS.md': filler(5000) }), said(7768, '25,000'));
    assert.deepEqual(cutIn(inner, { ...files, 'file:///w/AGENTS.md': filler(40_000) }), said(0, '60,000'));
    // Outside the repository nothing is read, and without one only the own folder.
    assert.deepEqual(cutIn(inner, { ...files, 'file:///AGENTS.md': filler(40_000) }), []);
    const { 'file:///w/.git': _, ...bare } = files;
    assert.deepEqual(cutIn(inner, { ...bare, 'file:///w/AGENTS.md': filler(5000) }), []);
    // Of two files of one folder, one is read.
    const twice = { ...files, 'file:///w/AGENTS.md': filler(40_000), 'file:///w/AGENTS.override.md': 'Hi\n' };
    assert.deepEqual(cutIn(inner, twice), []);
    assert.deepEqual(
      cutIn('a/AGENTS.md', { 'a/AGENTS.md': filler(9), 'AGENTS.md': filler(32_768), '.git': '' }),
      said(0, '32,768'),
    );
  });

  it('are not judged where the project sets the limit', () => {
    const files = { [inner]: filler(40_000), 'file:///w/a/.codex/config.toml': 'model = "x"\n' };
    assert.equal(cutIn(inner, files).length, 1);
    assert.deepEqual(cutIn(inner, { ...files, 'file:///w/.codex/config.toml': 'project_doc_max_bytes = 65536\n' }), []);
  });
});

describeRuns<Case>('Codex skills', 'codex-skill', decidedElsewhere, (cases) => {
  for (const one of cases) {
    const { id, kind, file, text, loaded, name } = one;
    if (kind === 'agentsmd') continue;
    it(`agrees with the recorded run ${id}`, () => {
      if (!isRecognized(one, format)) return;
      if (decidedElsewhere[id] !== undefined) return;
      const verdict = readAgent(whole(text), format, file).verdict();
      assert.ok(verdict !== undefined);
      assert.equal(verdict.cause === null, loaded, verdict.reason ?? 'loads');
      if (loaded) assert.equal(verdict.name, name);
    });
  }
});
