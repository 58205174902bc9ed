/** The features of the editor in agents of VS Code, and in those of Claude Code as VS Code reads them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Agent, readAgent } from '../../server/core/agent/agent';
import { isProvedSafe } from '../../server/core/agent/safety';
import { completionAt } from '../../server/core/features/completion/completion';
import { hoverAt } from '../../server/core/features/hover/hover';
import { lensesOf } from '../../server/core/features/lenses';
import { formatById } from '../../server/core/hosts/index';
import { type LintFinding, lint } from '../../server/core/lint/lint';
import { document } from '../../server/core/text/document';
import { readMarks } from '../marks';

const own = formatById('vscode');
const claude = formatById('vscode-claude');
assert.ok(own !== undefined && claude !== undefined);

const agentIn = (text: string, format = own, folder = '.github'): Agent =>
  readAgent(text, format, `file:///w/${folder}/agents/a.md`);

const claudeIn = (text: string): Agent => agentIn(text, claude, '.claude');

const withFields = (fields: string, description = 'Does a thing.'): string =>
  document`
    ---
    name: a
    description: ${description}
    ${fields}
    ---
    Hi
    `;

const findingsIn = (agent: Agent): readonly LintFinding[] => lint(agent).findings;

/** Fields, and the severities and rules of what is reported. */
type Reports = readonly (readonly [string, readonly string[]])[];

const ownReports: Reports = [
];

const claudeReports: Reports = [
];

for (const [title, read, reports] of [
  ['VS Code agents', agentIn, ownReports],
  ['Claude Code agents in VS Code', claudeIn, claudeReports],
] as const) {
  describe(`problems in ${title}`, () => {
    for (const [fields, expected] of reports) {
      it(fields, () => {
        const agent = read(withFields(fields));
        const findings = findingsIn(agent);
        assert.deepEqual(
          findings.map(({ severity, rule }) => `${severity} ${rule}`),
          expected,
          findings.map(({ message }) => message).join('\n'),
        );
        for (const { fixes = [] } of findings)
          for (const { safe, edits } of fixes) assert.ok(!safe || isProvedSafe(agent, edits));
      });
    }
  });
}
