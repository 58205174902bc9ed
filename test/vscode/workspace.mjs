/** Makes the temporary workspace that the editors open: our samples and, if it exists, the seed file. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const samples = join(root, 'test/fixtures/workspace');
const system = join(root, 'test/fixtures/system');
const hosts = join(root, 'test/fixtures/hosts');
const seed = join(root, '../shared/seed/python-api-expert.md');

/** The file that all editor tests look at. */
export const agentPath = '.claude/agents/python-api-expert.md';

/** Its frontmatter line with the problem, and the same line after the quick fix. */
export const faultyTools = 'tools: Read, Write, Edit, MultiEdit, Bash, Grep';
export const fixedTools = 'tools: Read, Write, Edit, Bash, Grep';

/** A copy of our samples. @returns `{ folder, remove() }`: the folder, and a function that deletes it */
export function copySamples() {
  const base = mkdtempSync(join(tmpdir(), 'agent-authoring-'));
  const folder = join(base, 'sample'); // appears in the title bar
  cpSync(samples, folder, { recursive: true });
  return { folder, remove: () => rmSync(base, { recursive: true, force: true, maxRetries: 3 }) };
}

/** Copies the sample of agents that belong together into a folder. */
export const copySystem = (folder) => cpSync(system, folder, { recursive: true });

/** Copies the sample of files of every host into a folder. */
export const copyHosts = (folder) => cpSync(hosts, folder, { recursive: true });

/**
 * The samples with the seed file among them, in `team` the agents that belong together, and in `hosts` one file of every host.
 * @returns `{ folder, agent, remove() }`; `agent` is the seed's copy
 */
export function makeWorkspace() {
  const { folder, remove } = copySamples();
  copySystem(join(folder, 'team'));
  copyHosts(join(folder, 'hosts'));
  const agent = join(folder, agentPath);
  // Written rather than copied, because a copy of a read-only file is read-only too.
  if (existsSync(seed)) writeFileSync(agent, readFileSync(seed));
  else {
    console.log('The seed file does not exist; one of our samples replaces it.');
    const ours = readFileSync(join(samples, '.claude/agents/api-tester.md'), 'utf8');
    writeFileSync(agent, ours.replaceAll('api-tester', 'python-api-expert'));
  }
  return { folder, agent, remove };
}
