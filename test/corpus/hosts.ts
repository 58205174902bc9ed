/** Real agents under every host: no finding is false there, and no safe fix makes an agent worse. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentOf, readAgent } from '../../server/core/agent/agent';
import type { Format } from '../../server/core/hosts/host';
import { formats } from '../../server/core/hosts/index';
import { lint } from '../../server/core/lint/lint';
import { format as mainFormat } from '../agent';
import { type Checked, faultsOf } from '../hosts/truth';
import { absent, type RealFile, realAgents } from './realFiles';

describe('the findings of the agents of the corpus', { skip: absent }, () => {
  // The files are Markdown.
  for (const format of formats.filter(({ notation }) => notation === undefined))
    it(`say nothing false under ${format.id}`, () => {
      // All files have been linted for the main format; of the others every fourth is enough beside the examples of the rules.
      const step = format === mainFormat ? 1 : 4;
      const some = realAgents.filter((_, i) => i % step === 0);
      assert.ok(some.length > 300);
      const faults = some.flatMap((real) => faultsOf(checked(real, format)).map((fault) => `${real.path}: ${fault}`));
      assert.deepEqual(faults, []);
    });
});

function checked(real: RealFile, format: Format): Checked {
  if (format === mainFormat) return { agent: real.agent, findings: real.lint.findings };
  // Formats of one host parse alike, apart from those in another notation.
  const agent =
    format.host === mainFormat.host && format.notation === mainFormat.notation
      ? agentOf(real.file, format, real.sourcePath)
      : readAgent(real.text, format, real.sourcePath);
  return { agent, findings: lint(agent).findings };
}
