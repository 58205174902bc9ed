/** Skills, commands and output styles of Claude Code, compared with recorded runs of the program. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Agent, readAgent } from '../../server/core/agent/agent';
import { detect } from '../../server/core/workspace/detect';
import { describeRuns, pathOf, type Reasons, type Run } from './recordedRuns';

interface Case extends Run {
  readonly text: string;
  readonly note: string | null;
  readonly body?: string | null;
}

/** Cases that depend on something outside the file, each with the reason. */
const decidedElsewhere: Reasons = {
  'p-dup-same-folder': 'the run asked for the name in the frontmatter, which another skill has',
  'p-readme': 'the record is about the file beside it',
  'p-symlink': 'the text is that of the file to which the link leads',
};

/** The same for skills only. */
const ofSkills: Reasons = {
  'nested-claude': 'only the folders of the session and above it are read, and the path does not tell which those are',
};

/** The recording cuts long texts; only their length mattered. */
const whole = ({ id, text }: Case): string => (id === 'b-large' ? `${text}${'x'.repeat(1_048_577)}` : text);

/** The file as the main host reads it; undefined where none does. */
function readAt(one: Case): Agent | undefined {
  const path = pathOf(one);
  const [format] = detect(path);
  return format && readAgent(whole(one), format, path);
}

/** Whether the model is told of it. */
const isListed = (agent: Agent): boolean => {
  const verdict = agent.verdict();
  assert.ok(verdict !== undefined, 'the verdict is known');
  const parts = verdict.shown?.parts ?? [];
  return (
    verdict.verdict !== 'does-not-load' &&
    !parts.includes('closed to the model') &&
    !parts.includes('unknown until a file matches `paths`')
  );
};

for (const kind of ['skill', 'command']) {
  const exceptions = kind === 'skill' ? { ...decidedElsewhere, ...ofSkills } : decidedElsewhere;
  describeRuns<Case>(`Claude Code ${kind}s`, `claude-${kind}`, exceptions, (cases) => {
    for (const one of cases) {
      const { id, loaded, name } = one;
      if (exceptions[id] !== undefined) continue;
      it(`agree with the recorded run ${id}`, () => {
        const agent = readAt(one);
        if (agent === undefined) assert.equal(loaded, false, 'the program loads a file that is not recognized');
        else {
          assert.equal(isListed(agent), loaded);
          if (loaded) assert.equal(agent.verdict()?.name, name);
        }
      });
    }
  });
}

describeRuns<Case>('Claude Code output styles', 'claude-style', {}, (cases) => {
  for (const one of cases) {
    it(`agree with the recorded run ${one.id}`, () => {
      const agent = readAt(one);
      const verdict = agent?.verdict();
      // The record says whether the text of the style arrived when its settings named it so.
      const isChosen = verdict !== undefined && verdict.verdict !== 'does-not-load' && verdict.name === one.name;
      const hasText = agent !== undefined && agent.file.source.text.slice(agent.file.body.span.start).trim() !== '';
      assert.equal(isChosen && hasText, one.loaded);
    });
  }
});
