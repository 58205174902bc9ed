/** The recipes of the architecture, each applied to a copy of the sources, which must then work. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { hosts } from '../server/core/hosts/index';
import { document } from '../server/core/text/document';
import { generatedInPart } from '../server/node/generate/generated';
import { type Probe, probeOf } from './recipes/ask';
import { startChecker } from './recipes/compile';
import { importersOf, tracesOf, withoutHost } from './recipes/hosts';
import * as madeUp from './recipes/madeUp';
import { type Breach, replaces, writes } from './repo/broken';
import { importsGoDown, noCycles } from './repo/floors';
import { HOST_REGISTRY, NEW_HOSTS, RULES, SOME_FIELDS, SOME_MODELS, SOME_TOOLS } from './repo/layout';
import { rulesStandAlone } from './repo/rulesAndFeatures';
import { type Files, type Invariant, readRepository, withAppended } from './repo/sources';
import { filesSayWhatTheyAreFor } from './repo/targets';
import { ownWords } from './repo/vocabulary';

const files = readRepository();
const check = startChecker();

/** The copy with all edits of a recipe. */
const applied = (...edits: readonly Breach[]): Files => edits.reduce((copy, { to }) => to(copy), files);

const PROJECTS = ['server/core/tsconfig.json', 'server/tsconfig.json'];

/** The errors of the compiler and of the invariants that a recipe could break, for a copy. */
function faultsOf(copy: Files): readonly unknown[] {
  const invariants: readonly Invariant[] = [importsGoDown, noCycles, rulesStandAlone, filesSayWhatTheyAreFor];
  return [...check(copy, ...PROJECTS), ...invariants.flatMap((invariant) => invariant(copy))];
}

/** What is shipped, in sources and as generated. */
const isShipped = (path: string): boolean => /^(?:server|client|syntaxes|snippets|docs\/rules)\//.test(path);

const AGENT = '/w/.claude/agents/reviewer.md';
const present = Object.fromEntries(generatedInPart.map((path) => [path, files.get(path)?.text ?? '']));
const text = (...lines: readonly string[]): string =>
  document`
    ---
    name: reviewer
    description: Does a thing.
    ${lines.join('')}---

    Do it.
    `;

const rulesIn = (probe: Probe, path: string, source: string): readonly string[] =>
  probe.findingsIn(path, source).map(({ rule }) => rule);

let now: Probe;
before(async () => {
  now = await probeOf(files);
});

describe('the copy without a change', () => {
  it('compiles', () => assert.deepEqual(check(files, ...PROJECTS), []));

  it('does not compile with a wrong type, a name of Node in the core, or a file that is gone', () => {
    const at = 'server/core/text/span.ts';
    const gone = new Map([...files].filter(([path]) => path !== at));
    for (const broken of [
      withAppended(files, at, "export const wrong: number = 'a';"),
      withAppended(files, at, 'export const folder = process.cwd();'),
      gone,
    ])
      assert.notDeepEqual(check(broken, 'server/core/tsconfig.json'), []);
  });

  it('knows nothing of what the recipes add', () => {
    assert.deepEqual(rulesIn(now, AGENT, text()), []);
    assert.deepEqual(rulesIn(now, AGENT, text('moodRing: calm\n')), ['field-unknown']);
    assert.equal(now.formatAt(madeUp.host.path), undefined);
    assert.deepEqual(tracesOf(files, madeUp.host.names, isShipped), []);
  });
});

describe('new rule: a file and a line in the index', () => {
  const { id } = madeUp.rule;
  const copy = applied(
    writes(`${RULES}${id}.ts`, madeUp.rule.text),
    replaces(`${RULES}index.ts`, 'import type { Rule }', `import { madeUp } from './${id}';\nimport type { Rule }`),
    replaces(`${RULES}index.ts`, '\n];', '\n  madeUp,\n];'),
  );

  it('compiles', () => assert.deepEqual(faultsOf(copy), []));

  it('reports, and gets a page', async () => {
    const probe = await probeOf(copy);
    assert.deepEqual(rulesIn(probe, AGENT, text()), [id]);
    assert.ok(probe.generated(present).has(`docs/rules/${id}.md`));
    assert.ok(!files.has(`docs/rules/${id}.md`));
  });
});

describe("new field: an entry in the host's table", () => {
  const copy = applied(replaces(SOME_FIELDS, '\n} as const satisfies', `\n${madeUp.field}} as const satisfies`));

  it('compiles', () => assert.deepEqual(faultsOf(copy), []));

  it('is known and offered', async () => {
    const probe = await probeOf(copy);
    assert.deepEqual(rulesIn(probe, AGENT, text('moodRing: calm\n')), []);
    assert.deepEqual(rulesIn(probe, AGENT, text('moodRing: [calm]\n')), ['field-value']);
    assert.ok(probe.offersIn(AGENT, text('moo¦\n')).includes('moodRing'));
    assert.ok(!now.offersIn(AGENT, text('moo¦\n')).includes('moodRing'));
    assert.deepEqual(gained(probe, 'moodRing'), ['syntaxes/agent-authoring.injection.json']);
  });
});

/** The generated files that contain a word in the copy and not now, except for the pages of the rules. */
const gained = (probe: Probe, word: string): readonly string[] =>
  [...probe.generated(present)]
    .filter(([path, source]) => source.includes(word) && files.get(path)?.text.includes(word) !== true)
    .map(([path]) => path)
    .filter((path) => !path.startsWith('docs/rules/'));

describe('new tool or model: an entry in a table of the host', () => {
  const copy = applied(
    replaces(SOME_TOOLS, '\n} as const satisfies', `\n${madeUp.tool}} as const satisfies`),
    replaces(SOME_MODELS, 'aliases: [', `aliases: [${madeUp.model}`),
  );

  it('compiles', () => assert.deepEqual(faultsOf(copy), []));

  it('is known, colored and offered', async () => {
    const probe = await probeOf(copy);
    assert.deepEqual(rulesIn(now, AGENT, text('tools: RecipeTool, Read\nmodel: recipe-model\n')), ['tool-unknown']);
    assert.deepEqual(rulesIn(probe, AGENT, text('tools: RecipeTool, Read\nmodel: recipe-model\n')), []);
    assert.deepEqual(gained(probe, 'RecipeTool'), ['syntaxes/agent-authoring.tool.injection.json']);
    assert.deepEqual(gained(probe, 'recipe-model'), ['snippets/agents.json']);
  });
});

describe('new host: a folder and a line in the index', () => {
  const { exported, folder, id, names, path, name } = madeUp.host;
  const registry = HOST_REGISTRY;
  const copy = applied(
    ...Object.entries(madeUp.host.files).map(([file, source]) => writes(`${NEW_HOSTS}${folder}${file}`, source)),
    replaces(
      registry,
      'import type { Format, Host }',
      `import { ${exported} } from './${folder}index';\nimport type { Format, Host }`,
    ),
    replaces(registry, 'Host[] = [', `Host[] = [\n  ${exported},`),
  );
  const without = withoutHost(copy, `${NEW_HOSTS}${folder}`, registry);

  it('compiles', () => assert.deepEqual(faultsOf(copy), []));

  it('has its files recognized, checked and completed', async () => {
    const probe = await probeOf(copy);
    assert.equal(probe.formatAt(path), id);
    assert.ok(probe.findingsIn(path, text()).some(({ message }) => message.includes(name)));
    assert.ok(probe.offersIn(path, '---\nname: a\ntools: ask¦\n---\n').includes('ask_oracle'));
    assert.ok(probe.offersIn(path, '---\nname: a\nmoo¦\n---\n').includes('moodRing'));
  });

  it('has traces while it exists', () => {
    const paths = new Set(tracesOf(copy, names, isShipped).map((trace) => trace.path));
    assert.deepEqual(
      [...paths].sort(),
      [`${NEW_HOSTS}${folder}fields.ts`, registry, `${NEW_HOSTS}${folder}index.ts`].sort(),
    );
  });

  it('leaves no trace when the folder and the line are deleted', () => {
    assert.deepEqual(tracesOf(without, names, isShipped), []);
    assert.deepEqual(faultsOf(without), []);
    assert.equal(without.get(registry)?.text, files.get(registry)?.text);
  });

  it('would be found in a text that still names it', () => {
    const left = withAppended(without, `${RULES}limit.ts`, '// Zephyr reads less.');
    assert.deepEqual(tracesOf(left, names), [{ path: `${RULES}limit.ts`, what: 'names zephyr' }]);
  });
});

/** Spellings of a host's name in code and texts: `Some CLI`, `some-cli`, `someCli`. */
const spellings = (name: string): readonly string[] => [name, name.replaceAll(' ', '-'), name.replaceAll(' ', '')];

/** The folder whose files say what the host is called, rather than that a name is one of its names. */
function folderOf(name: string): string {
  const path = [...files.keys()].find(
    (one) => one.startsWith(NEW_HOSTS) && files.get(one)?.text.includes(`name: '${name}', version`) === true,
  );
  assert.ok(path !== undefined, `no folder has ${name}`);
  return path.slice(0, path.indexOf('/', NEW_HOSTS.length) + 1);
}

/** The folders of the hosts; one may have several. */
const folders = new Set(hosts.map(({ name }) => folderOf(name)));

/** The first host is read when nothing says otherwise, so it stays. */
const removable = [...folders].slice(1);

describe('without all hosts but the first', () => {
  it('compiles', () => {
    const without = removable.reduce((copy, folder) => withoutHost(copy, folder, HOST_REGISTRY), files);
    assert.deepEqual(check(without, ...PROJECTS), []);
  });
});

for (const folder of removable) {
  const names = hosts.map(({ name }) => name).filter((name) => folderOf(name) === folder);
  describe(`without ${names.join(' and ')}: the folder and its line in the index deleted`, () => {
    const without = withoutHost(files, folder, HOST_REGISTRY);

    // With the test below, this is as good as a compilation for each host, which would take long.
    it('is missed by no other file', () => assert.deepEqual(importersOf(files, folder), [HOST_REGISTRY]));

    it('leaves no trace of it', () => {
      const all = names.filter((name) => !ownWords.has(name)).flatMap(spellings);
      assert.deepEqual(tracesOf(without, all), []);
      assert.ok(!(without.get(HOST_REGISTRY)?.text ?? '').includes(folder.split('/').at(-2) ?? folder));
    });

    it('would be found in a text that still names it', () => {
      for (const name of names) {
        const left = withAppended(without, `${RULES}limit.ts`, `// ${name} reads less.`);
        assert.notDeepEqual(tracesOf(left, spellings(name)), []);
      }
    });
  });
}

describe('new output format: a formatter and a line in the table of the command', () => {
  const table = 'server/cli/formatters/check/index.ts';
  const copy = applied(
    writes('server/cli/formatters/check/list.ts', madeUp.format),
    replaces(table, "import { text } from './text';", "import { list } from './list';\nimport { text } from './text';"),
    replaces(table, '= { text,', '= { list, text,'),
  );

  it('compiles', () => assert.deepEqual(faultsOf(copy), []));

  it('prints', async () => {
    const probe = await probeOf(copy);
    const argv = ['check', '--format', 'list'];
    assert.equal(probe.printed(argv, { [AGENT]: text() }), '* .claude/agents/reviewer.md\n');
    assert.notEqual(now.printed(argv, { [AGENT]: text() }), '* .claude/agents/reviewer.md\n');
  });
});
