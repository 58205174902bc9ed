/** The verdict on agents in VS Code, its own and those of Claude Code, compared with recorded runs of the program. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { lookup } from '../../server/core/hosts/lookup';
import { vsCodeTranslations } from '../../server/core/hosts/vsCode/claudeTools';
import { detect } from '../../server/core/workspace/detect';
import { describeRuns, isCut as isCutText, pathOf, type Reasons, type Run } from './recordedRuns';

interface Case extends Run {
  readonly text: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly tools: readonly string[] | null;
  readonly eff?: { readonly description?: string };
}

interface Warned extends Case {
  readonly warnings: readonly string[] | null;
}

/** Cases of VS Code files that depend on something outside the file, each with the reason. */
const decidedElsewhere: Reasons = {
  'at-home_.github_agents_probe.agent.md': 'the folder of a project counts, not that of the user',
  'v-at-.copilot_agents_probe.agent.md': 'the folder of the user counts, not that of a project',
};

/** Cases of Claude Code files in which the file is not loaded, each with the reason. */
const aboutAnother: Reasons = { 'p-readme': 'the record is about the agent beside the file' };

/** A link is recorded instead of the text that it leads to. */
function textOf({ text, files = {} }: Case): string {
  const [, target] = /^-> (?:\.\.\/)*(.*)$/.exec(text) ?? [];
  return target === undefined ? text : (files[target] ?? text);
}

/** Long texts are cut in the record; what is missing is more of the same words. */
const isCut = ({ name, text }: Case): boolean => (name ?? '').length >= 290 || isCutText(text);

/** What the program shows for the names that a file for Claude Code grants. */
const translated = (names: readonly string[]): readonly string[] => [
  ...new Set(names.flatMap((name) => lookup<readonly string[]>(vsCodeTranslations, name) ?? [])),
];

for (const record of ['vscode', 'vscode-claude']) {
  const exceptions = record === 'vscode' ? decidedElsewhere : aboutAnother;
  describeRuns<Case>(`agents in VS Code: ${record}`, record, exceptions, (cases) => {
    for (const one of cases) {
      const { id, loaded, name, tools } = one;
      it(`agrees with the recorded run ${id}`, () => {
        const path = pathOf(one);
        const [format] = detect(path).filter(({ host }) => host.id === 'vscode');
        if (decidedElsewhere[id] !== undefined) {
          assert.equal(loaded, false);
          assert.ok(format !== undefined, 'the path alone does not tell');
          return;
        }
        assert.equal(format !== undefined, loaded && aboutAnother[id] === undefined, 'whether the file is recognized');
        if (format === undefined) return;
        const agent = readAgent(textOf(one), format, path);
        const verdict = agent.verdict();
        assert.ok(verdict !== undefined);
        assert.notEqual(verdict.verdict, 'does-not-load');
        if (isCut(one)) assert.ok(verdict.name?.startsWith((name ?? '').slice(0, 250)));
        else assert.equal(verdict.name, name);
        const { inherited, effective, dropped } = verdict.tools;
        assert.equal(inherited, tools === null, 'whether every tool is granted');
        if (tools !== null && format.id === 'vscode-claude')
          assert.deepEqual([...translated(effective)].sort(), [...tools].sort());
        if (tools !== null && format.id === 'vscode') {
          // The program keeps names that it does not know, and old ones as they are written.
          const names = agent.toolLists().flatMap(({ all }) => all.map(({ item }) => item.text));
          assert.deepEqual([...new Set(names)].sort(), [...new Set(tools)].sort());
          assert.ok(dropped.every((drop) => names.includes(drop.name)));
        }
        if (one.eff !== undefined && !isCut(one)) {
          const reading = agent.reading();
          const entry = reading.kind === 'read' ? reading.entries.find(({ key }) => key === 'description') : undefined;
          const shown =
            entry?.value.kind === 'scalar' ? entry.value.text : entry?.value.kind === 'missing' ? '' : undefined;
          assert.equal(shown, one.eff.description, 'the description');
        }
      });
    }
  });
}

describeRuns<Warned>('names of tools in VS Code', 'vscode', {}, (cases) => {
  for (const one of cases) {
    const { tools, warnings } = one;
    if (tools === null || tools.length === 0 || one.id.startsWith('v-gh-target') || one.file.includes('.claude'))
      continue;
    it(`are known as in the recorded run ${one.id}`, () => {
      const [format] = detect(pathOf(one)).filter(({ id }) => id === 'vscode');
      assert.ok(format !== undefined);
      const agent = readAgent(textOf(one), format, one.file);
      for (const { item, name } of agent.toolLists().flatMap(({ all }) => all)) {
        const of = (what: string): boolean =>
          (warnings ?? []).some((warning) => warning.includes(what) && warning.includes(`'${item.text}'`));
        const isRenamed = of('has been renamed');
        const isUnknown = of('will be ignored');
        if (name.kind === 'mcp' || name.kind === 'tool') {
          const isOptional = name.kind === 'mcp' || name.tool.status !== undefined;
          assert.ok(isOptional || !isUnknown, `${item.text} is unknown`);
        } else assert.ok(isUnknown || isRenamed, `${item.text} is known`);
        // The build of the runs has not every tool, and knows neither name of the others.
        const now = name.kind === 'retired' ? lookup(format.tools, name.retired.replacement ?? '') : undefined;
        if (name.kind === 'retired') assert.ok(isRenamed || now?.status !== undefined, `${item.text} is an old name`);
      }
    });
  }
});
