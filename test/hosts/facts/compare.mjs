/** Compares what the program does with random agents with what `explain` says of them. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bodyOf, projectWith, session } from './program.mjs';
import { damagedFrontMatter, randomFields } from './random.mjs';

const cli = join('dist', 'cli.js');

/** How many agents one session has. */
const IN_ONE_SESSION = 150;

/** Refusals that depend on servers, on the system, or on tools that this mode never has. */
const ELSEWHERE = /PowerShell|matched no tools|mcp__|Task[A-Z]|TodoWrite|AskUser/;

/** Tools that print mode has for some agent; of others nothing can be said. */
const comparable = (names, all) => names.filter((name) => all.has(name)).sort();

/**
 * Asks about `count` random agents.
 * @param toolsHere The tools that the program gives to agents in this mode.
 * @returns One text for each difference, with the frontmatter.
 */
export async function compareRandom(program, count, seed, toolsHere, onProgress) {
  const known = new Set([...toolsHere, 'Grep', 'Glob', 'ExitPlanMode']);
  const fields = randomFields(seed);
  const damaged = damagedFrontMatter(seed, join('..', 'shared', 'corpus', 'agents'));
  const differences = [];
  for (let done = 0; done < count; done += IN_ONE_SESSION) {
    const names = Array.from({ length: Math.min(IN_ONE_SESSION, count - done) }, (_, i) => `r${i}x`);
    const headers = new Map(
      names.map((name, i) => [
        name,
        i % 2 === 0 || damaged === undefined ? `name: ${name}\ndescription: d\n${fields()}` : `${damaged(name)}\n`,
      ]),
    );
    const files = Object.fromEntries(
      [...headers].map(([name, text]) => [`${name}.md`, `---\n${text}---\n${bodyOf(name)}`]),
    );
    const { listed, started, refused } = await session(program, files, names);
    const ours = explained(files);
    for (const [name, text] of headers) {
      const verdict = ours.get(`${name}.md`);
      if (ELSEWHERE.test(refused.get(name) ?? '')) continue;
      const theirs = { listed: listed.get(name) !== undefined, tools: started.get(name)?.tools };
      const what = differenceOf(verdict, theirs, name, known);
      if (what !== undefined) differences.push(`${what}\n${text}`);
    }
    onProgress(Math.min(done + IN_ONE_SESSION, count), count);
  }
  return differences;
}

/** What `explain` says of each file, by its name. */
function explained(files) {
  const project = projectWith(files);
  try {
    const argv = [cli, 'explain', '--format', 'json', project.agents];
    const { stdout } = spawnSync(process.execPath, argv, { encoding: 'utf8', maxBuffer: 1 << 28 });
    // Other programs read the same files, and each has an entry of its own.
    const own = JSON.parse(stdout).files.filter(({ host }) => host === 'claude-code');
    return new Map(own.map((file) => [file.path.slice(file.path.lastIndexOf('/') + 1), file]));
  } finally {
    project.remove();
  }
}

function differenceOf(ours, theirs, name, known) {
  if (ours === undefined) return 'explain does not know';
  const isListed = ours.verdict !== 'does-not-load' || ours.cause === 'tools';
  // Damage to the name gives another agent.
  if (isListed && ours.name !== name && !theirs.listed) return undefined;
  if (isListed !== theirs.listed)
    return `explain: ${ours.verdict} ${ours.cause}; the program ${theirs.listed ? 'lists' : 'does not list'} it`;
  const isStarted = ours.verdict !== 'does-not-load';
  if (isStarted !== (theirs.tools !== undefined))
    return `explain: ${ours.verdict} ${ours.cause}; the program ${isStarted ? 'does not start' : 'starts'} it`;
  if (!isStarted) return undefined;
  const [own, other] = [comparable(ours.tools.effective, known), comparable(theirs.tools, known)];
  return own.join() === other.join() ? undefined : `explain: ${own.join(', ')}; the program: ${other.join(', ')}`;
}
