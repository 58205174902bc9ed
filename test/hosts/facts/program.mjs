/** Runs the program on agent files in a scratch folder, without the network and without the user's settings. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi } from './api.mjs';

/** Milliseconds after which a run is stopped. */
const LONGEST_RUN = 300_000;

/** The text that makes an agent known to the API, as the body of its file. */
export const bodyOf = (name) => `This is the agent <<${name}>>.\n`;

/** The output of the program. */
export const outputOf = (program, argv, cwd, env = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, argv, {
      cwd,
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (part) => {
      out += part;
    });
    child.stderr.on('data', (part) => {
      err += part;
    });
    const timer = setTimeout(() => child.kill(), LONGEST_RUN);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (signal === null) resolve({ code, out, err });
      else reject(new Error(`${program} ${argv.join(' ')} was stopped after ${LONGEST_RUN / 1000} seconds`));
    });
  });

/** A scratch folder with agent files; `remove` deletes it. */
export function projectWith(files) {
  const folder = mkdtempSync(join(tmpdir(), 'agent-authoring-facts-'));
  const agents = join(folder, 'project/.claude/agents');
  mkdirSync(agents, { recursive: true });
  mkdirSync(join(folder, 'home/.claude'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(agents, name), text);
  // Hooks run in a trusted folder only.
  const project = join(folder, 'project');
  const settings = { hasCompletedOnboarding: true, projects: { [project]: { hasTrustDialogAccepted: true } } };
  writeFileSync(join(folder, 'home/.claude/.claude.json'), JSON.stringify(settings));
  const env = {
    HOME: join(folder, 'home'),
    CLAUDE_CONFIG_DIR: join(folder, 'home/.claude'),
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    DISABLE_AUTOUPDATER: '1',
    DISABLE_TELEMETRY: '1',
    DISABLE_ERROR_REPORTING: '1',
    ENABLE_TOOL_SEARCH: 'false',
  };
  return {
    folder: join(folder, 'project'),
    agents,
    env,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * Starts a session and in it every agent of `names`.
 * @param callsOf The tools that an agent calls first, each with a name and an input; given the folder of the project.
 * @returns `listed`: what follows the name in the list of agents; `started`: tools and model of each agent that was started;
 * `fired`: the tools for which its hook ran.
 */
export async function session(program, files, names, callsOf = () => []) {
  const project = projectWith(files);
  const api = await startApi((text) => /This is the agent <<([^>]+)>>/.exec(text)?.[1], callsOf);
  try {
    api.choose((listing) => names.filter((name) => lineOf(listing, name) !== undefined));
    await outputOf(program, ['-p', 'go', '--allowed-tools', 'Agent,Bash,Read'], project.folder, {
      ...project.env,
      ANTHROPIC_BASE_URL: api.url,
      ANTHROPIC_API_KEY: 'none',
    });
    const { listing, started, refused } = api.seen();
    const fired = firedIn(join(project.folder, HOOK_LOG));
    return { listed: new Map(names.map((name) => [name, lineOf(listing, name)])), started, refused, fired };
  } finally {
    api.close();
    project.remove();
  }
}

/** Where hooks write what they are told, in the folder of the project. */
export const HOOK_LOG = 'hooks.log';

/** The tools for which the hook of each agent ran, sorted. */
function firedIn(log) {
  const fired = new Map();
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
  for (const line of lines.filter((one) => one.trim() !== '')) {
    const { agent_type: agent, tool_name: tool } = JSON.parse(line);
    fired.set(agent, [...(fired.get(agent) ?? []), tool].sort());
  }
  return fired;
}

/** What follows a name in the list of agents, in a text that is JSON; undefined when it is not listed. */
function lineOf(listing, name) {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`\\\\n- ${escaped}: (.*?)(?:\\\\n- |\\\\n\\\\n|")`, 's').exec(listing)?.[1];
}

/** The errors that the program's validator reports for each file, each with the path of a field and a message. */
export async function validated(program, files) {
  const project = projectWith(files);
  try {
    const { out } = await outputOf(
      program,
      ['plugin', 'validate', '--json', project.agents],
      project.folder,
      project.env,
    );
    const { contents } = JSON.parse(out.slice(out.indexOf('{')));
    const byName = new Map(contents.map(({ file, errors }) => [file.slice(file.lastIndexOf('/') + 1), errors]));
    return new Map(Object.keys(files).map((name) => [name, byName.get(name) ?? []]));
  } finally {
    project.remove();
  }
}
