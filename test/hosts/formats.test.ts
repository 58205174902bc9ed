/** The tables of Claude Code agree with themselves, and with the recorded facts where those are at hand. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Choice } from '../../server/core/hosts/choice';
import { claudeCode, claudeCodeFormat } from '../../server/core/hosts/claudeCode/agent';
import type { Format } from '../../server/core/hosts/host';
import { formatById, formats } from '../../server/core/hosts/index';
import { fieldByRole, lookup } from '../../server/core/hosts/lookup';
import { classifyModel } from '../../server/core/hosts/modelName';

const facts = '../shared/facts/dialects.json';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const child = (value: Json | undefined, key: string): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? lookup(record(value), key) : undefined;

function record(value: Json | undefined): Readonly<Record<string, Json>> {
  assert.ok(typeof value === 'object' && value !== null && !Array.isArray(value), 'the facts hold a map here');
  return Object.fromEntries(Object.entries(value));
}

function texts(value: Json | undefined): readonly string[] {
  assert.ok(Array.isArray(value), 'the facts hold a list here');
  return value.map(String);
}

const sorted = (values: Iterable<string>): readonly string[] => [...values].sort();

const choicesOf = (format: Format, key: string): readonly Choice[] => {
  const shape = lookup(format.fields, key)?.shape;
  return shape?.kind === 'choice' ? shape.choices : [];
};

const plain = (choices: readonly Choice[]): readonly string[] =>
  sorted(choices.filter((choice) => choice.aliasOf === undefined).map((choice) => choice.value));

const aliases = (choices: readonly Choice[]): Readonly<Record<string, string>> =>
  Object.fromEntries(choices.flatMap(({ value, aliasOf }) => (aliasOf === undefined ? [] : [[value, aliasOf]])));

/** Names of the facts that the tables leave out on purpose, by table. Each needs a comment that says why. */
const leftOut: Readonly<Record<string, readonly string[]>> = {};

/**
 * Fails when the facts have a name that the table does not have, unless it is left out on purpose. The table may have more names:
 * the facts record what was observed, and a new name of the program is added here first.
 */
function assertKnows(table: string, known: Iterable<string>, facts: Iterable<string>): void {
  const [own, recorded] = [new Set(known), new Set(facts)];
  const omitted = leftOut[table] ?? [];
  assert.ok(recorded.size > 0, `${table}: nothing is recorded`);
  assert.deepEqual(
    [...recorded].filter((name) => !own.has(name) && !omitted.includes(name)),
    [],
    `${table}: recorded and not known`,
  );
  assert.deepEqual(
    omitted.filter((name) => own.has(name) || !recorded.has(name)),
    [],
    `${table}: left out for no reason`,
  );
}

/** Fails when a recorded name has another value in the table. */
function assertHas(table: Readonly<Record<string, unknown>>, facts: Readonly<Record<string, Json>>): void {
  assert.ok(Object.keys(facts).length > 0, 'nothing is recorded');
  for (const [name, fact] of Object.entries(facts)) assert.deepEqual(lookup(table, name), fact, name);
}

/** The version numbers in a text: what two wordings of a date have in common. */
const versions = (text: Json | undefined): readonly string[] =>
  typeof text === 'string'
    ? text
        .split(' ')
        .map((word) => word.replace(/[^0-9.]/g, ''))
        .filter((word) => word.includes('.'))
    : [];

test('claude code agrees with the recorded facts', async (t) => {
  if (!existsSync(facts)) return t.skip(`no facts at ${facts}`);
  const parsed: Json = JSON.parse(readFileSync(facts, 'utf8'));
  const known = (key: string): Json | undefined => child(child(parsed, 'claude-code-agent'), key);

  await t.test('fields', () => {
    const recorded = record(known('fields'));
    assertKnows('fields', Object.keys(claudeCode.fields), Object.keys(recorded));
    for (const [key, fact] of Object.entries(recorded)) {
      const field = lookup<Format['fields'][string]>(claudeCode.fields, key);
      if (field === undefined) continue;
      assert.equal(field.required ?? false, child(fact, 'required'), `${key}: required`);
      assert.equal(field.undocumented ?? false, child(fact, 'status') === 'undocumented', `${key}: undocumented`);
      assert.deepEqual(versions(field.since), versions(child(fact, 'since')), `${key}: since`);
    }
  });

  await t.test('tools', () => {
    const recorded = record(known('tools'));
    assertKnows('tools', Object.keys(claudeCode.tools), Object.keys(recorded));
    const effects = { 'read-only': 'reads', executes: 'runs', 'asks user': 'asks' };
    const places = {
      'fg+bg': 'always',
      'fg+bg, not at the depth limit (3)': 'always',
      fg: 'foreground',
      'fg, teammates': 'foreground',
      'only with permissionMode plan': 'plan-mode',
      never: 'never',
      internal: 'never',
    };
    for (const [name, fact] of Object.entries(recorded)) {
      const tool = lookup<Format['tools'][string]>(claudeCode.tools, name);
      if (tool === undefined) continue;
      const effect = String(child(fact, 'effect'));
      assert.equal(tool.effect, lookup(effects, effect) ?? effect, `${name}: effect`);
      assert.equal(tool.asks ?? null, child(fact, 'permission'), `${name}: asks`);
      assert.equal(tool.subagents, lookup(places, String(child(fact, 'subagents'))), `${name}: subagents`);
      assert.equal(tool.status ?? 'current', child(fact, 'status'), `${name}: status`);
      assert.equal(tool.argument === undefined, child(fact, 'pattern') === null, `${name}: argument`);
      assert.deepEqual(versions(tool.since), versions(child(fact, 'since')), `${name}: since`);
    }
  });

  await t.test('old tools', () => {
    const recorded = record(known('removedTools'));
    assertKnows('old tools', Object.keys(claudeCode.retired), Object.keys(recorded));
    for (const [name, fact] of Object.entries(recorded)) {
      const retired = lookup<Format['retired'][string]>(claudeCode.retired, name);
      if (retired === undefined) continue;
      assert.equal(retired.replacement ?? null, child(fact, 'replacement'), `${name}: replacement`);
      assert.equal(retired.state === 'alias works', child(fact, 'status') === 'alias still works', `${name}: state`);
    }
  });

  await t.test('choices', () => {
    const colors = choicesOf(claudeCodeFormat, 'color');
    const modes = choicesOf(claudeCodeFormat, 'permissionMode');
    const efforts = choicesOf(claudeCodeFormat, 'effort');
    assertKnows('colors', plain(colors), texts(known('colors')));
    assertKnows('modes', plain(modes), texts(known('permissionModes')));
    assertHas(aliases(modes), record(known('permissionModeAliases')));
    assertKnows('efforts', plain(efforts), texts(known('effortLevels')));
    assertHas(aliases(efforts), record(known('effortAliases')));
    for (const key of ['memory', 'isolation'])
      assertKnows(key, plain(choicesOf(claudeCodeFormat, key)), texts(child(child(known('fields'), key), 'allowed')));
  });

  await t.test('models, hooks and built-in agents', () => {
    const models = known('models');
    const own = claudeCode.models;
    assertKnows(
      'model aliases',
      own.aliases.map(({ value }) => value),
      texts(child(models, 'agentAliases')),
    );
    const others = texts(child(models, 'otherAliases'));
    assertKnows(
      'other model aliases',
      own.otherAliases,
      others.filter((name) => !own.suffixes.some((one) => name.endsWith(one))),
    );
    for (const name of others) assert.deepEqual(classifyModel(name, own), { kind: 'known' });
    assertKnows('models', [...own.ids, ...own.retired], texts(child(models, 'knownIds')));
    assertKnows('old models', own.retired, texts(child(models, 'oldIds')));
    const hooks = child(known('fields'), 'hooks');
    assertKnows('hook events', plain(claudeCode.hooks.events), texts(child(hooks, 'allowedEvents')));
    const needs = Object.entries(claudeCode.hooks.types).map(([type, hook]) => [type, hook.needs]);
    assertHas(Object.fromEntries(needs), record(child(hooks, 'hookTypes')));
    assertKnows('built-in agents', claudeCode.builtInAgents, texts(known('builtinAgentNames')));
  });
});

test('a format is found by its id and by no other word', () => {
  assert.equal(formatById('claude-code')?.host.name, 'Claude Code');
  assert.equal(formatById('constructor'), undefined);
  assert.equal(new Set(formats.map(({ id }) => id)).size, formats.length);
});

test('a lookup finds only own entries', () => {
  assert.equal(lookup(claudeCode.tools, 'Read'), claudeCode.tools.Read);
  for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
    assert.equal(lookup<unknown>(claudeCode.tools, word), undefined, word);
});

for (const format of formats) {
  const tools = new Set(Object.keys(format.tools));
  const fields = Object.entries(format.fields);

  test(`${format.id}: every tool that a table names is a tool`, () => {
    const named: readonly (readonly [string, string | undefined])[] = [
      ...Object.entries(format.retired).map(([name, { replacement }]) => [name, replacement] as const),
      ...Object.entries(format.foreign).map(([name, { replacement }]) => [name, replacement] as const),
      ...Object.entries(format.tools).flatMap(([name, tool]) => [
        [name, tool.foldedInto] as const,
        [name, tool.deniedWith] as const,
        ...(tool.expandsTo ?? []).map((one) => [name, one] as const),
      ]),
      ...Object.entries(format.spellings ?? {}),
      ...fields.flatMap(([key, field]) => (field.grants ?? []).map((tool) => [key, tool] as const)),
      ...format.toolSets.flat().map((tool) => ['toolSets', tool] as const),
      ['shell', format.shell.tool],
    ];
    for (const [from, name] of named) assert.ok(name === undefined || tools.has(name), `${from}: ${name}`);
    assert.ok(named.some(([, name]) => name !== undefined));
  });

  test(`${format.id}: a name has one meaning`, () => {
    const lower = new Set([...tools].map((name) => name.toLowerCase()));
    for (const name of Object.keys(format.retired)) assert.ok(!tools.has(name), `${name} is a tool and a former one`);
    for (const name of Object.keys(format.foreign)) {
      assert.equal(lookup(format.retired, name), undefined, `${name} is foreign and a former tool`);
      assert.ok(tools.has(name) || !lower.has(name.toLowerCase()), `${name} is a tool in the wrong case, not foreign`);
      assert.ok(!tools.has(name), `${name} is foreign and a tool`);
    }
    for (const name of Object.keys(format.spellings ?? {}))
      assert.ok(
        !tools.has(name) && lookup(format.foreign, name) === undefined && lookup(format.retired, name) === undefined,
        `${name} is another spelling, and a name of its own`,
      );
    if (format.toolsInAnyCase === true)
      for (const name of [...tools, ...Object.keys(format.spellings ?? {})]) assert.equal(name, name.toLowerCase());
    const bare = [...format.shell.programs, ...format.mcp.knownServers];
    assert.equal(new Set(bare).size, bare.length, 'a program or server is listed twice');
    for (const name of bare) {
      assert.equal(name, name.toLowerCase());
      assert.equal(lookup(format.foreign, name), undefined, `${name} is foreign, too`);
      assert.ok(!lower.has(name), `${name} is a tool`);
    }
    for (const server of format.mcp.knownServers) assert.match(server, /^[a-z0-9-]+$/);
    for (const key of Object.keys(format.strayFields)) assert.equal(lookup(format.fields, key), undefined, key);
    for (const stray of Object.values(format.strayFields))
      assert.ok(stray.kind !== 'misspelled' || lookup(format.fields, stray.meant) !== undefined, stray.effect);
  });

  test(`${format.id}: a field has all it needs`, () => {
    for (const [key, field] of fields) {
      assert.ok(field.example.length > 0, `${key}: example`);
      assert.match(field.evidence.checked, /^\d{4}-\d\d-\d\d$/, key);
      assert.ok(field.evidence.source.length > 0, key);
      assert.ok(field.summary.endsWith('.'), `${key}: the summary is a sentence`);
      assert.ok(!field.onInvalid.endsWith('.'), `${key}: onInvalid is the middle of a sentence`);
      // What is not an agent has faults of its own.
      if (format.kind !== undefined) continue;
      // A strict host refuses every bad value.
      const isStrict = format.on.unknownField.severity === 'error';
      if (isStrict || field.required === true)
        assert.equal(field.invalidSeverity, 'error', `${key}: it loses the agent`);
      else if (field.invalidSeverity === 'error')
        assert.equal(field.evidence.says, 'must', `${key}: only what the host enforces loses the agent`);
    }
    const roles = fields.flatMap(([, field]) => (field.role === undefined ? [] : [field.role]));
    assert.equal(new Set(roles).size, roles.length, 'two fields have one role');
    const listsTools = fields.some(([, { shape }]) => shape.kind === 'tools');
    const lists = format.permissions === undefined ? (listsTools ? ['allow'] : []) : ['tool-permissions'];
    for (const role of format.kind === undefined ? ['identity', 'purpose', ...lists, 'model'] : [])
      assert.ok(
        roles.some((one) => one === role),
        `no field is the ${role}`,
      );
    for (const role of roles) assert.equal(fieldByRole(format, role)?.field.role, role);
  });

  test(`${format.id}: choices are unique, and an example is one of them`, () => {
    for (const [key, { shape, example }] of fields) {
      if (shape.kind !== 'choice') continue;
      const values = shape.choices.map(({ value }) => value);
      assert.equal(new Set(values).size, values.length, key);
      const word = format.notation === 'toml' ? example.replace(/^"(.*)"$/, '$1') : example;
      assert.ok(values.includes(word), `${key}: ${example}`);
      for (const { aliasOf } of shape.choices) assert.ok(aliasOf === undefined || values.includes(aliasOf), aliasOf);
      for (const [from, to] of Object.entries(shape.near ?? {})) {
        const isValue = values.includes(to) || shape.orPattern?.matches(to.replaceAll('"', '')) === true;
        assert.ok(isValue && !values.includes(from), `${from}: ${to}`);
        assert.equal(from, from.toLowerCase());
      }
    }
    const { models } = format;
    const names = [
      ...models.aliases.map(({ value }) => value),
      ...models.otherAliases,
      ...models.ids,
      ...models.retired,
    ];
    assert.equal(new Set(names).size, names.length, 'a model is listed twice');
    for (const prefix of models.foreignPrefixes) {
      assert.equal(prefix, prefix.toLowerCase());
      assert.ok(!names.some((name) => name.startsWith(prefix)), `${prefix} is not foreign`);
    }
    for (const guard of format.hooks?.guards ?? [])
      assert.ok(
        format.hooks?.events.some(({ value }) => value === guard),
        guard,
      );
  });
}
