/** Every rule under every host: nothing that it says there is false, and no safe fix makes it worse. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { settingsOf, unmarked } from '../../server/cli/rulePages/example';
import { type Agent, readAgent } from '../../server/core/agent/agent';
import { isProvedSafe } from '../../server/core/agent/safety';
import type { Format } from '../../server/core/hosts/host';
import { formats, hosts } from '../../server/core/hosts/index';
import { type LintFinding, lint } from '../../server/core/lint/lint';
import { rules } from '../../server/core/rules/index';
import type { Example } from '../../server/core/rules/rule';
import { isNoteName } from '../../server/core/text/paths';
import { workspaceWithout } from '../../server/core/workspace/workspace';
import { absent, realAgents } from '../corpus/realFiles';

interface Checked {
  readonly agent: Agent;
  readonly findings: readonly LintFinding[];
}

function checked(example: Example, format: Format): Checked {
  const agent = readAgent(unmarked(example.text), format, example.path);
  const workspace = workspaceWithout(example.absent ?? []);
  const { findings, failures } = lint(agent, { settings: settingsOf(example), workspace });
  assert.deepEqual(failures, []);
  return { agent, findings };
}

/** Rules that name the product whose tool or field is meant. */
const namesProducts = ['tool-foreign', 'field-foreign', 'tools-unresolved'];

/** Rules whose errors do not keep a file from loading: the agent gets more than was written, or a secret is in the file. */
const aboutGrants = ['field-misnamed', 'tool-excluded', 'tool-wildcard', 'yaml-space', 'secret'];

const othersThan = (format: Format): readonly string[] =>
  hosts.map(({ name }) => name).filter((name) => name !== format.host.name);

/** Errors that say of a host that refuses the whole file that it only drops a part of it, or does so silently. */
const understatements = (findings: readonly LintFinding[], { on }: Format): readonly string[] =>
  on.unknownTool.severity !== 'error'
    ? []
    : findings
        .filter(({ severity }) => severity === 'error')
        .filter(({ message }) =>
          /\bdrops?\b|\bdropped\b|\bignores\b|without a word|debug log|says nothing/.test(message),
        )
        .map(({ rule, message }) => `the host refuses the file: ${rule}: ${message}`);

/** What is said about a file and is not true under its host, or missing. */
function falsehoods({ agent, findings }: Checked, format: Format): readonly string[] {
  const said = findings
    .filter(({ rule }) => !namesProducts.includes(rule))
    .filter(({ message }) => othersThan(format).some((name) => message.includes(name)))
    .map(({ rule, message }) => `names another host: ${rule}: ${message}`)
    .concat(understatements(findings, format));
  const verdict = agent.verdict();
  if (verdict === undefined) return said;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const isLost = verdict.verdict === 'does-not-load';
  // Nobody expects a README to load, and who has just made a file knows that it is empty.
  const isExpected = (isNoteName(agent.path) && format.on.note === undefined) || agent.file.source.text.trim() === '';
  if (isLost && errors.length === 0 && !isExpected)
    return [...said, `does not load (${verdict.reason ?? ''}), and no error says so`];
  if (isLost) return said;
  return [
    ...said,
    ...errors
      .filter(({ rule }) => !aboutGrants.includes(rule))
      .map(({ rule, message }) => `loads, but an error says: ${rule}: ${message}`),
  ];
}

/** Safe fixes after which the host does worse with the file. */
const unsafe = ({ agent, findings }: Checked): readonly string[] =>
  findings.flatMap(({ rule, fixes = [] }) =>
    fixes
      .filter((fix) => fix.safe && !isProvedSafe(agent, fix.edits))
      .map(({ title }) => `${rule}: the safe fix "${title}" is not proved`),
  );

const examples: readonly Example[] = rules.flatMap(({ bad, good }) => [...bad, ...good]);

/** What people and merges put into the wrong place. */
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

for (const format of formats) {
  describe(`every rule under ${format.id}`, () => {
    for (const rule of rules) {
      it(rule.id, () => {
        for (const example of [...rule.bad, ...rule.good]) {
          const result = checked(example, format);
          assert.deepEqual([...falsehoods(result, format), ...unsafe(result)], [], unmarked(example.text));
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
          assert.deepEqual(falsehoods(checked({ ...example, text }, format), format), [], text);
        }),
        { numRuns: 600, seed: 1 },
      );
    });

    it('real files', { skip: absent }, () => {
      const faults = realAgents.flatMap(({ text, path }) => {
        const agent = readAgent(text, format, path);
        const result = { agent, findings: lint(agent).findings };
        return [...falsehoods(result, format), ...unsafe(result)].map((fault) => `${path}: ${fault}`);
      });
      assert.deepEqual(faults, []);
    });
  });
}
