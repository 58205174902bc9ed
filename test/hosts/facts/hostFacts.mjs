/**
 * Asks an installed Claude Code again what was recorded about it, and prints what differs. For developers, when a new version
 * appears: `npm run host-facts -- path/to/claude`. With `--random 1000`, it is asked about as many random agents instead, and its
 * answers are compared with those of `explain`; `--seed 2` makes other ones. Nothing is sent anywhere: the program talks to a local
 * stand-in of its API.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareRandom } from './compare.mjs';
import { bodyOf, HOOK_LOG, outputOf, session, validated } from './program.mjs';

const facts = join('..', 'shared', 'facts');
const read = (file) => JSON.parse(readFileSync(join(facts, file), 'utf8'));

/** How many agents one session has. Their list must fit into what the program sends. */
const IN_ONE_SESSION = 100;

const { values, positionals } = parseArgs({
  options: { random: { type: 'string' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const [program = 'claude'] = positionals;
if (!existsSync(facts)) {
  console.error('The recorded cases are not beside the project: there is nothing to ask again.');
  process.exit(2);
}

const differences = [];
let asked = 0;
/** Compares one answer with the recorded one. */
function compare(kind, what, recorded, now) {
  asked++;
  const [was, is] = [JSON.stringify(recorded), JSON.stringify(now)];
  if (was !== is) differences.push(`${kind}: ${what}\n  recorded: ${was}\n  now:      ${is}`);
}

const chunks = (list, size) =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));

/** Fields: header lines in an agent that is otherwise fine. */
async function askFields(cases) {
  for (const [round, some] of chunks(cases, IN_ONE_SESSION).entries()) {
    const named = some.map((one, i) => [`f${round}-${i}`, one]);
    const files = Object.fromEntries(
      named.map(([name, { header }]) => [
        `${name}.md`,
        `---\nname: ${name}\ndescription: d\n${header}---\n${bodyOf(name)}`,
      ]),
    );
    const { listed, started } = await session(program, files, Object.keys(Object.fromEntries(named)));
    for (const [name, one] of named) {
      const label = JSON.stringify(one.header);
      compare('listed', label, one.listed !== false, listed.get(name) !== undefined);
      compare('started', label, one.started && one.listed !== false, started.has(name));
      const now = started.get(name);
      if (now === undefined || !one.started) continue;
      if (Array.isArray(one.tools)) compare('tools', label, one.tools.toSorted(), now.tools);
      if (typeof one.model === 'string') compare('model', label, one.model, now.model);
    }
    progress('fields', Math.min((round + 1) * IN_ONE_SESSION, cases.length), cases.length);
  }
}

/** The name in a text: the last one, which an alias may refer to. */
function nameIn(text) {
  const values = [...text.matchAll(/^\s*["']?name["']?\s*:\s*(.*)$/gm)].map(([, value]) => value);
  const plain = (value) =>
    value
      .replace(/^[&!]\S+\s+/, '')
      .replace(/\s#.*$/, '')
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2');
  const last = values.at(-1);
  const anchor = last === undefined ? null : /^\*(\S+)/.exec(last);
  const value = anchor === null ? last : new RegExp(`&${anchor[1]} (.*)$`, 'm').exec(text)?.[1];
  return value === undefined ? undefined : plain(value);
}

/** Loading: whole texts. Those that share a name are asked in different sessions. */
async function askLoading(cases) {
  const rounds = [];
  for (const one of cases) {
    const name = nameIn(one.text);
    if (name === undefined) continue;
    const round = rounds.find((some) => !some.has(name) && some.size < IN_ONE_SESSION);
    if (round === undefined) rounds.push(new Map([[name, one]]));
    else round.set(name, one);
  }
  let done = 0;
  for (const round of rounds) {
    const files = Object.fromEntries([...round].map(([, { text }], i) => [`c${i}.md`, text]));
    const { listed } = await session(program, files, [...round.keys()]);
    for (const [name, { what, text, loads }] of round)
      compare('loads', `${what}: ${JSON.stringify(text).slice(0, 200)}`, loads, listed.get(name) !== undefined);
    done += round.size;
    progress('loading', done, cases.length);
  }
}

/** Matchers: for which of three tools the hook of an agent runs. */
async function askMatchers({ fired: recorded }) {
  const named = Object.keys(recorded).map((matcher, i) => [`m${i}`, matcher]);
  const hook = `{ cat; echo; } >> ${HOOK_LOG}`;
  const files = Object.fromEntries(
    named.map(([name, matcher]) => {
      const group = { matcher, hooks: [{ type: 'command', command: hook }] };
      const fields = `tools: Bash, Read, Agent\nhooks: ${JSON.stringify({ PreToolUse: [group] })}\n`;
      return [`${name}.md`, `---\nname: ${name}\ndescription: d\n${fields}---\n${bodyOf(name)}`];
    }),
  );
  files['leaf.md'] = `---\nname: leaf\ndescription: d\ntools: Read\n---\n${bodyOf('leaf')}`;
  const calls = [
    { name: 'Bash', input: { command: 'true', description: 'nothing' } },
    { name: 'Read', input: { file_path: '.claude/agents/leaf.md' } },
    { name: 'Agent', input: { description: 'case', prompt: 'go', subagent_type: 'leaf', run_in_background: false } },
  ];
  const names = named.map(([name]) => name);
  const { fired } = await session(program, files, names, (name) => (name === 'leaf' ? [] : calls));
  for (const [name, matcher] of named)
    compare('matcher', JSON.stringify(matcher), recorded[matcher], fired.get(name) ?? []);
  progress('matchers', named.length, named.length);
}

/** Reading: what the validator says of whole texts. */
async function askReading(cases) {
  for (const [round, some] of chunks(cases, IN_ONE_SESSION).entries()) {
    const files = Object.fromEntries(some.map(({ text }, i) => [`v${i}.md`, text]));
    const found = await validated(program, files);
    for (const [i, { what, text, result }] of some.entries())
      compare('reading', `${what}: ${JSON.stringify(text).slice(0, 200)}`, result, resultOf(found.get(`v${i}.md`)));
    progress('reading', Math.min((round + 1) * IN_ONE_SESSION, cases.length), cases.length);
  }
}

/** The validator's errors in the words of the recorded cases. */
function resultOf(errors) {
  const says = (pattern) => errors.some(({ message }) => pattern.test(message));
  if (says(/failed to parse/)) return 'yaml-error';
  if (says(/must be a YAML mapping/)) return 'not-a-mapping';
  return says(/^name must be a string/) ? 'name-not-a-string' : 'no-complaint';
}

const progress = (what, done, all) => process.stderr.write(`${what}: ${done} of ${all}\n`);

const version = (await outputOf(program, ['--version'], '.', {}).catch(() => undefined))?.out.trim();
if (version === undefined || version === '') {
  console.error(`'${program}' cannot be run. Install it, or name its path: npm run host-facts -- path/to/claude`);
  process.exit(2);
}
const runtime = [read('runtime-cases.json'), read('claude-runtime.json')];
const loader = [read('loader-cases.json'), read('claude-loader.json')];
if (values.random !== undefined) {
  const count = Number(values.random);
  const here = runtime[1].allToolsHere;
  const found = await compareRandom(program, count, Number(values.seed), here, (done, all) =>
    progress('random', done, all),
  );
  console.log([`${version}: ${found.length} of ${count} random agents differ`, ...found].join('\n\n'));
  process.exit(found.length > 0 ? 1 : 0);
}
const matchers = JSON.parse(readFileSync(join(import.meta.dirname, 'matchers.json'), 'utf8'));
console.log(`${version}, recorded: ${[...new Set(runtime.map((one) => one.program.split(',')[0]))].join(' and ')}`);
await askMatchers(matchers);
await askReading(loader.flatMap(({ cases }) => cases));
await askLoading(runtime.flatMap(({ loading }) => loading).filter(({ text }) => !/… \(\d+ characters\)$/.test(text)));
// Whether a worktree can be made depends on the repository, not on the program.
await askFields(runtime.flatMap(({ fields }) => fields).filter(({ header }) => !header.includes('isolation:')));
console.log([`${differences.length} of ${asked} answers differ`, ...differences].join('\n'));
process.exitCode = differences.length > 0 ? 1 : 0;
