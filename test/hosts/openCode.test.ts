/** The verdict on OpenCode and Kilo files, compared with recorded runs of the programs. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { formatById } from '../../server/core/hosts/index';
import { lookup } from '../../server/core/hosts/lookup';
import { lint } from '../../server/core/lint/lint';
import { detect } from '../../server/core/workspace/detect';
import { indexedOf } from '../../server/core/workspace/read';
import { unknownWorkspace } from '../../server/core/workspace/workspace';
import { describeRuns, pathOf, type Reasons, type Run } from './recordedRuns';

interface Case extends Run {
  readonly kind: string;
  readonly text: string;
  readonly tools: readonly string[] | null;
  readonly model: unknown;
  readonly mode: keyof typeof modes | null;
  readonly turn?: string;
}

/** Who starts an agent, by the mode that the program shows. */
const modes = { primary: 'user', subagent: 'agents', all: 'both' } as const;

/** Cases that depend on something outside the file, each with the reason. */
const decidedElsewhere: Readonly<Record<'opencode' | 'kilo', Reasons>> = {
  opencode: {
    'user-bad': 'a file in the folder of the user stops the program',
    'dup-json-md-merge': 'a JSON file takes a tool away',
    'cmd-bad': 'the case is about a command',
  },
  kilo: {
    'dup-json-md-merge': 'a JSON file takes a tool away',
    'cmd-bad': 'the run asked about an agent beside the command',
    'p-readme': 'the run asked about an agent beside the README',
  },
};

/** Texts that are links to other files. */
const isLink = (text: string): boolean => text.startsWith('-> ');

for (const host of ['opencode', 'kilo'] as const) {
  const agent = formatById(host);
  assert.ok(agent !== undefined);

  describeRuns<Case>(`${agent.host.name} files`, host, decidedElsewhere[host], (cases) => {
    for (const one of cases) {
      const { id, kind, file, text, loaded, name, tools, mode, turn } = one;
      if (kind === 'json' || isLink(text)) continue;
      it(`agrees with the recorded run ${id}`, () => {
        const format = detect(pathOf(one)).find((format) => format.host.id === host);
        if (format === undefined) {
          assert.equal(loaded, false, 'the program loads a file that is not recognized');
          return;
        }
        if (decidedElsewhere[host][id] !== undefined) return;
        const verdict = readAgent(text, format, file).verdict();
        assert.ok(verdict !== undefined, 'the verdict is not known');
        // An agent whose model does not exist is listed nevertheless.
        const isListed = verdict.cause === null || verdict.cause === 'model';
        assert.equal(isListed, loaded, verdict.reason ?? 'loads');
        if (!loaded) return;
        assert.equal(verdict.name, name);
        // Who starts an agent with the name of a built-in one is said there.
        const { starters } = format;
        const reading = readAgent(text, format, file).reading();
        if (mode !== null && starters !== undefined && !id.startsWith('override-')) {
          assert.equal(starters.of(reading.kind === 'read' ? reading.entries : []), modes[mode]);
        }
        if (/claude-sonnet-4-5|opus|anthropic/.test(text) || turn === undefined) {
          // A model that no provider has is found only by asking the providers.
        } else if (verdict.cause === null) assert.doesNotMatch(turn, /"modelID":""|not found: (?:[^/]*\/\.| )/);
        if (tools === null) return;
        assert.deepEqual(verdict.tools.effective.toSorted(), tools.toSorted());
      });
    }

    for (const { id, kind, file, text, loaded, name, mode } of cases) {
      if (kind !== 'json') continue;
      it(`finds in the configuration what the recorded run ${id} shows`, () => {
        const format = detect(`/w/${file}`).find((one) => one.host.id === host);
        assert.ok(format !== undefined);
        const { findings } = lint(readAgent(text, format, `/w/${file}`));
        assert.equal(findings.length > 0, !loaded, findings.map(({ message }) => message).join());
        const path = `/w/${file}`;
        const agents = indexedOf(path, text, unknownWorkspace).flatMap((found) =>
          found.kind === 'declared' ? [found.card] : [],
        );
        // What the program refuses is known by its key nevertheless.
        assert.deepEqual(
          agents.flatMap((card) => card.name ?? []),
          loaded ? [name] : [],
        );
        if (loaded) assert.equal(agents[0]?.isChosen, mode !== 'primary');
      });
    }

    it('knows every tool that the runs show', () => {
      const shown = new Set(cases.flatMap(({ tools }) => tools ?? []));
      assert.deepEqual(
        [...shown].filter((tool) => lookup(agent.tools, tool) === undefined),
        [],
      );
    });
  });
}
