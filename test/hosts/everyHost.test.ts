/** Every rule under every host: no finding is false there, and no safe fix makes an agent worse. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Format } from '../../server/core/hosts/host';
import { formats } from '../../server/core/hosts/index';
import { lint } from '../../server/core/lint/lint';
import { rules } from '../../server/core/rules/index';
import { agentOfExample, type Example } from '../../server/core/rules/rule';
import { lazyFor } from '../../server/core/text/lazy';
import { workspaceWithout } from '../../server/core/workspace/workspace';
import { settingsOf, unmarked } from '../../server/node/generate/rulePages/example';
import { type Checked, falsehoods, faultsOf } from './truth';

/** The settings of an example. `lint` remembers for each object which rules apply. */
const settingsFor = lazyFor((example: Example) => settingsOf(example));

/** What the rules say about an example, or about another text with its settings. */
function checked(example: Example, format: Format, text = unmarked(example.text)): Checked {
  const agent = agentOfExample(example, text, format);
  const workspace = workspaceWithout(example.absent ?? []);
  const { findings, failures } = lint(agent, { settings: settingsFor(example), workspace });
  assert.deepEqual(failures, []);
  return { agent, findings };
}

const examples: readonly Example[] = rules.flatMap(({ bad, good }) => [...bad, ...good]);

/** Text that people and merges insert in the wrong place. */
const put = fc.constantFrom(
  ...[
    '\n',
    ' ',
    ':',
    '-',
    '---',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '#',
    '\t',
    '\r',
    '\uFEFF',
    '!x ',
    '&a ',
    '*a',
    '|',
    '>',
  ],
  ...['tools: ', 'name: a\n', '$' + '{x}', 'null', '1', 'Read', 'glob, ', '`', ','],
);
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  gone: fc.nat({ max: 4 }),
  put,
});

for (const [turn, format] of formats.entries()) {
  describe(`every rule under ${format.id}`, () => {
    for (const rule of rules) {
      it(rule.id, () => {
        for (const example of [...rule.bad, ...rule.good]) {
          assert.deepEqual(faultsOf(checked(example, format)), [], unmarked(example.text));
        }
      });
    }

    it('examples with random edits', () => {
      fc.assert(
        fc.property(fc.constantFrom(...examples), fc.array(edit, { minLength: 1, maxLength: 3 }), (example, edits) => {
          const text = edits.reduce((now, { at, gone, put }) => {
            const start = Math.floor(at * (Math.min(now.length, 160) + 1));
            return now.slice(0, start) + put + now.slice(start + gone);
          }, unmarked(example.text));
          assert.deepEqual(falsehoods(checked(example, format, text)), [], text);
        }),
        // Other texts for each format, since all of them share most of the code.
        { numRuns: 300, seed: turn + 1 },
      );
    });
  });
}
