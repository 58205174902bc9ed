/** Makes the throw-away workspace that the editors are shown: our samples and, where it is at hand, the seed file. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const samples = join(root, 'test/fixtures/workspace');
const seed = join(root, '../shared/seed/python-api-expert.md');

/** The file that all editor tests look at. */
export const agentPath = '.claude/agents/python-api-expert.md';

/** Its header line with the fault, and what the quick fix must leave of it. */
export const faultyTools = 'tools: Read, Write, Edit, MultiEdit, Bash, Grep';
export const fixedTools = 'tools: Read, Write, Edit, Bash, Grep';

/** @returns `{ folder, agent, remove() }`: the folder, the agent file in it, and a function that deletes the folder */
export function makeWorkspace() {
  const folder = mkdtempSync(join(tmpdir(), 'agent-authoring-workspace-'));
  cpSync(samples, folder, { recursive: true });
  const agent = join(folder, agentPath);
  // Written rather than copied: the original may be read-only, and a copy would be too.
  if (existsSync(seed)) writeFileSync(agent, readFileSync(seed));
  else {
    console.log(`${seed} is absent: a sample of our own stands in for it.`);
    const ours = readFileSync(join(samples, '.claude/agents/release-notes.md'), 'utf8');
    writeFileSync(agent, ours.replace(/^name: .*$/m, 'name: python-api-expert').replace(/^tools: .*$/m, faultyTools));
  }
  return { folder, agent, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) };
}
