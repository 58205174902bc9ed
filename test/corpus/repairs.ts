/** Repairs of broken frontmatter in real files: how many files they fix, and that they change nothing that was read before. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixAll } from '../../server/core/features/actions/fixAll';
import type { AgentFile } from '../../server/core/syntax/tree';
import { agent, fileOf, format } from '../agent';
import { assertKept, hasSafeRepair, isStrict, path, withYamlRepaired } from '../fixes/repairs';
import { absent, realAgents, realFiles } from './realFiles';

const keysIn = (file: AgentFile): readonly string[] => (file.frontMatter?.entries ?? []).map(({ key }) => key);

/** Whether the repaired frontmatter is valid for every YAML parser, with the same fields of the host in the same order. */
function isSaved(text: string, file: AgentFile): boolean {
  const fixed = fileOf(withYamlRepaired(text));
  const known = keysIn(file).filter((key) => Object.hasOwn(format.fields, key));
  const kept = keysIn(fixed).filter((key) => known.includes(key));
  return isStrict(fixed) && known.join() === kept.join();
}

describe('repairs of real frontmatter', { skip: absent }, () => {
  it('repair at least 95 % of the files that a strict YAML parser rejects', (t) => {
    const broken = realFiles.filter(({ file }) => !isStrict(file) && file.frontMatter !== undefined);
    assert.ok(broken.length > 40);
    const unsaved = broken.filter(({ text, file }) => !isSaved(text, file));
    const safe = broken.filter(({ text }) => isStrict(fileOf(fixAll(agent(text, path)))));
    t.diagnostic(
      `${broken.length - unsaved.length} of ${broken.length} repaired, ${safe.length} of them by safe fixes`,
    );
    assert.deepEqual(unsaved.length <= broken.length * 0.05 ? [] : unsaved.map((one) => one.path), []);
  });

  it('change nothing that the host read, and are idempotent', (t) => {
    const repaired = realAgents.filter(({ lint }) => hasSafeRepair(lint.findings));
    t.diagnostic(`${repaired.length} of ${realAgents.length} agents have something to repair`);
    assert.ok(repaired.length > 20);
    for (const { text } of repaired) assertKept(text);
  });
});
