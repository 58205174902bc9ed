/** The area `configuration`: settings of any shape and broken configuration files give usable settings and never throw. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  defaults,
  formats,
  lint,
  parseConfiguration,
  parseSettings,
  rules,
  type Settings,
  settingsList,
  settingsOver,
} from '../../../server/core/index';
import { ConfigurationFiles } from '../../../server/lsp/configurationFiles';
import { decode } from '../../../server/node/files';
import { type Area, areaOf, type Checked } from '../area';
import { failures } from '../failures';
import { textReductions } from '../minimize';
import { mutated } from '../mutate';
import type { Random } from '../random';
import { agentIn } from '../subject';

interface Input {
  /** The text of a configuration file. */
  readonly text: string;
  /** The agent that is linted with the settings. */
  readonly agent: string;
}

export const configuration: Area = areaOf<Input>({
  name: 'configuration',
  promise: 'Any configuration gives valid settings and messages about the rest, and nothing throws',
  subject: 'settings',
  make: (random, seeds) => {
    const text = JSON.stringify(settingsFrom(random), undefined, random.pick([0, 2]));
    const broken = random.chance(0.4) ? mutated(text, random, text) : text;
    return {
      text: random.chance(0.02) ? random.pick(['[', '{"a":']).repeat(20_000) : broken,
      agent: random.chance(0.7) ? random.pick(failures).text : seeds.text(random).slice(0, 2_000),
    };
  },
  check: checkConfiguration,
  reductions: textReductions<Input>(
    ({ text }) => text,
    ({ agent }, text) => ({ text, agent }),
  ),
  show: ({ text, agent }) => `${JSON.stringify(text)}\n  with ${JSON.stringify(agent)}`,
});

const MAX_SEED = 2 ** 31;

const anyValue = fc.jsonValue({ maxDepth: 3 });

/** Words that schemas of settings mention, and values that parsers may trip over. */
const words: readonly unknown[] = [
  ...Array.from(
    JSON.stringify(settingsList.map(([, { schema }]) => schema)).matchAll(/"([\w-]+)"/g),
    ([, word]) => word,
  ),
  ...rules.map(({ id }) => id),
  'off',
  '',
  '__proto__',
  'x'.repeat(5_000),
  '![x](https://example.com/x.png)',
  '\u202e\u0007\n',
  0,
  -1,
  1.5,
  1e21,
  200,
  true,
  false,
  null,
];

/** An object with names of settings, some of whose values fit. */
function settingsFrom(random: Random): unknown {
  if (random.chance(0.05)) return random.pick(words);
  const result: Record<string, unknown> = {};
  for (let left = random.int(5); left > 0; left--) {
    const [name, setting] = random.pick(settingsList);
    const [group = '', inner] = random.chance(0.9) ? name.split('.') : [name];
    const value = random.chance(0.2) ? setting.default : anything(random, 3);
    Object.assign(result, { [group]: inner === undefined ? value : { ...Object(result[group]), [inner]: value } });
  }
  return result;
}

function anything(random: Random, depth: number): unknown {
  if (random.chance(0.1)) return fc.sample(anyValue, { numRuns: 1, seed: random.int(MAX_SEED) })[0];
  if (depth === 0 || random.chance(0.3)) return random.pick(words);
  const values = Array.from({ length: random.int(5) }, () => anything(random, depth - 1));
  return random.chance(0.4) ? values : Object.fromEntries(values.map((value) => [String(random.pick(words)), value]));
}

async function checkConfiguration({ text, agent }: Input): Promise<Checked> {
  const read = parseConfiguration(text);
  const messages = read.kind === 'error' ? [read.message] : read.problems.map(({ message }) => message);
  assert.ok(
    messages.every((message) => message.length > 0 && message.length < 4_000),
    'messages stay readable',
  );
  const settings = read.kind === 'settings' ? read.settings : parseSettings(text);
  assertValid(settings);
  assertValid(settingsOver(settings, defaults));
  assertValid(settingsOver(defaults, settings));
  for (const format of formats)
    for (const { error } of lint(agentIn(agent, format), { settings }).failures) throw error;

  const warnings: string[] = [];
  const files = new ConfigurationFiles({ warn: (message) => void warnings.push(message), changed: () => undefined });
  const uri = 'file:///w/.claude/agents/a.md';
  const readText = async (place: string): Promise<string> =>
    place.endsWith('/w/.agent-authoring.json') ? text : Promise.reject(new Error());
  await files.look([uri], files.lookup({ read: readText, exists: undefined }), true);
  if (read.kind === 'error' || read.layer.overrides.length + read.layer.ignore.length === 0)
    assert.deepEqual(files.for(uri), read.kind === 'settings' ? read.settings : defaults);
  assertValid(files.for(uri));
  assert.equal(warnings.length, new Set(warnings).size, 'each problem is reported once');

  const bytes = Buffer.from(text, 'latin1');
  assert.ok(['text', 'error'].includes(decode(bytes).kind));
  return { counts: { settings: read.kind === 'settings' ? 1 : 0, messages: messages.length } };
}

/** Asserts that every setting is one that its own parser accepts as it is. */
function assertValid(settings: Settings): void {
  for (const [name, setting] of settingsList) {
    const value = name.split('.').reduce<unknown>((inner, key) => Object(inner)[key], settings);
    if (value === null) continue;
    const again = setting.parse(value);
    assert.deepEqual(again.flaws ?? [], [], `${name} is valid`);
    assert.deepEqual(again.value, value, `${name} stays as it is`);
  }
}
