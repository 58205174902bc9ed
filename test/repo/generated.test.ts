/** The generated pages and settings agree with the program. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { agentFiles } from '../../client/src/agentFiles';
import {
  agentOfExample,
  catalogue,
  configurationFiles,
  formats,
  levels,
  lint,
  configurationSchema as makeSchema,
  othersOfExample,
  parse,
  parseConfiguration,
  parseSettings,
  reportKeys,
  repositoryKeys,
  rules,
  workspaceOfExample,
} from '../../server/core/index';
import { document } from '../../server/core/text/document';
import {
  type Example,
  findingsIn,
  type Rule,
  settingsOf,
  unmarked,
} from '../../server/node/generate/rulePages/example';
import { hasNoComments, rulePage, rulesPage } from '../../server/node/generate/rulePages/rulePage';
import { configuration } from '../../server/node/generate/settings';
import { readMarks } from '../marks';

const configurationSchema = makeSchema();

const [first] = formats;
assert.ok(first !== undefined);

/** How often the rule reports something in a text, alone and with these levels. */
function count(
  rule: Rule,
  text: string,
  example: Example,
  levelsByRule: Readonly<Record<string, string>> = {},
): number {
  const settings = settingsOf(example, levelsByRule);
  const agent = agentOfExample(example, text);
  return lint(agent, {
    settings,
    others: othersOfExample(example, text, agent),
    rules: [rule],
    workspace: workspaceOfExample(example, text),
  }).findings.length;
}

/** The text with a comment at its end, or at the start of its body when a code block runs to the end. */
function withComment(text: string, comment: string, { notation }: Example): string {
  if (notation === 'toml') return `# ${comment.slice('<!-- '.length, -' -->'.length)}\n${text}`;
  const { body } = parse(text);
  const isOpen = body.fences.some(({ closer, span }) => closer === undefined && span.end === text.length);
  const at = isOpen ? body.span.start : text.length;
  return `${text.slice(0, at)}\n\n${comment}\n${text.slice(at)}`;
}

describe('the pages of the rules', () => {
  const pages = new Map(rules.map((rule) => [rule.id, rulePage(rule)]));
  const pageOf = ({ id }: Rule): string => pages.get(id) ?? assert.fail(`there is no page about ${id}`);

  it('read examples as the tests do', () => {
    for (const { text } of rules.flatMap(({ bad, good }) => [...bad, ...good]))
      assert.equal(unmarked(text), readMarks(text).text);
  });

  for (const rule of rules) {
    it(`of ${rule.id}: each way to disable it works`, () => {
      for (const example of rule.bad) {
        const text = unmarked(example.text);
        assert.ok(count(rule, text, example) > 0);
        assert.equal(count(rule, text, example, { [rule.id]: 'off' }), 0);
        if (hasNoComments(rule.kinds)) continue;
        const comment = `<!-- agent-authoring-disable-file ${rule.id}: reason -->`;
        assert.ok(pageOf(rule).includes(comment));
        assert.equal(count(rule, withComment(text, comment, example), example), 0);
        // A comment is a body, too.
        if (!['body-empty', 'body-short'].includes(rule.id))
          assert.ok(
            count(rule, withComment(text, '<!-- agent-authoring-disable-file other -->', example), example) > 0,
          );
      }
    });

    it(`of ${rule.id}: it shows the real messages`, () => {
      const page = pageOf(rule);
      for (const text of [rule.title, rule.why]) assert.ok(page.includes(text), text);
      for (const example of rule.bad) {
        assert.ok(example.text.split('\n').every((line) => page.includes(line)));
        for (const { message, fixes = [] } of findingsIn(rule, example))
          for (const text of [message, ...fixes.map(({ title }) => title)]) assert.ok(page.includes(text), text);
      }
    });
  }

  it('are in the table of accuracy, each rule by its name', () => {
    const told = readFileSync('docs/accuracy.md', 'utf8');
    assert.deepEqual(
      rules.filter(({ id }) => !told.includes(`\`${id}\``)).map(({ id }) => id),
      [],
    );
  });

  it('are linked from the list of rules', () => {
    const links = [...rulesPage(rules).matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link);
    assert.ok(links.length >= rules.length);
    for (const link of links)
      assert.ok(
        rules.some(({ id }) => link === `${id}.md`),
        link,
      );
  });

  it('show comments that disable a line of the frontmatter and a line of the body', () => {
    const rule = rules.find(({ id }) => id === 'tool-removed');
    assert.ok(rule !== undefined);
    const frontMatter = (comment: string): string => document`
      ---
      name: a
      description: b
      ${comment}
      tools: Read, LS
      ---
      `;
    assert.equal(count(rule, frontMatter('# nothing'), { text: '' }), 1);
    assert.equal(count(rule, frontMatter('# agent-authoring-disable-next-line tool-removed: reason'), { text: '' }), 0);
    assert.ok(pageOf(rule).includes('# agent-authoring-disable-next-line tool-removed: reason\n'));
    assert.ok(pageOf(rule).includes('<!-- agent-authoring-disable-next-line tool-removed: reason -->\n'));
  });
});

it('the client sends the files of every format to the server, and no others', () => {
  assert.deepEqual(new Set(agentFiles), new Set(formats.flatMap(({ files }) => files)));
});

describe('the settings of the manifest', () => {
  const properties = Object.assign({}, ...configuration.map((group) => group['properties']));
  const declared = (name: string, ...path: readonly string[]): unknown =>
    [`agentAuthoring.${name}`, ...path].reduce<unknown>(
      (value, key) => Object.entries(value ?? {}).find(([own]) => own === key)?.[1],
      properties,
    );

  it('have the defaults of the program', () => {
    const { maxFindings, rules: byRule } = parseSettings(undefined);
    assert.equal(declared('maxFindings', 'default'), maxFindings);
    assert.deepEqual(declared('rules', 'default'), byRule);
  });

  it('allow the numbers that the program accepts, and no others', () => {
    const takes = (maxFindings: number): boolean => parseSettings({ maxFindings }).maxFindings === maxFindings;
    const [minimum, maximum] = [Number(declared('maxFindings', 'minimum')), Number(declared('maxFindings', 'maximum'))];
    assert.deepEqual([minimum - 1, minimum, maximum, maximum + 1].map(takes), [false, true, true, false]);
  });

  it('allow the token settings that the program accepts', () => {
    const { tokens } = parseSettings(undefined);
    for (const name of ['descriptionBudget', 'bodyBudget', 'sectionBudget'] as const) {
      const takes = (budget: number): boolean => parseSettings({ tokens: { [name]: budget } }).tokens[name] === budget;
      const [minimum, maximum] = ['minimum', 'maximum'].map((bound) => Number(declared(`tokens.${name}`, bound)));
      assert.ok(minimum !== undefined && maximum !== undefined);
      assert.deepEqual([minimum - 1, minimum, maximum, maximum + 1].map(takes), [false, true, true, false]);
      assert.equal(declared(`tokens.${name}`, 'default'), tokens[name]);
    }
    assert.equal(declared('tokens.inlayHints', 'default'), tokens.inlayHints);
    const choices = Object(declared('tokens.inlayHints', 'enum'));
    assert.deepEqual(choices, ['off', 'description', 'all']);
    for (const inlayHints of choices)
      assert.equal(parseSettings({ tokens: { inlayHints } }).tokens.inlayHints, inlayHints);
  });

  it('offer every rule and every level that the program accepts, and no others', () => {
    const offered = declared('rules', 'propertyNames', 'enum');
    assert.deepEqual(
      offered,
      rules.map(({ id }) => id),
    );
    assert.deepEqual(declared('rules', 'additionalProperties', 'enum'), levels);
    for (const { id } of rules)
      for (const level of levels) assert.deepEqual(parseSettings({ rules: { [id]: level } }).rules, { [id]: level });
    assert.deepEqual(parseSettings({ rules: { 'tool-removd': 'off', 'tool-removed': 'loud' } }).rules, {});
  });

  it('describe every choice', () => {
    const choices = (schema: unknown): readonly (readonly [unknown, unknown])[] =>
      Object.entries(schema ?? {}).flatMap(([key, value]) => [
        ...(key === 'enum' ? [[value, Object(schema).enumDescriptions] as const] : []),
        ...(key !== 'allOf' && typeof value === 'object' ? choices(value) : []),
      ]);
    const found = choices(configuration);
    assert.ok(found.length > 5);
    for (const [values, descriptions] of found)
      assert.equal(Object(descriptions).length, Object(values).length, JSON.stringify(values));
  });

  it('name every setting of the program, and the two of the client', () => {
    const names = configuration.flatMap(({ properties }) => Object.keys(Object(properties)));
    // A group of settings has names with dots; these are one setting each, with a map for the value.
    const whole = ['rules', 'sections', 'hosts', 'files', 'allow'];
    const own = Object.entries(parseSettings(undefined)).flatMap(([name, value]) =>
      typeof value === 'object' && !whole.includes(name)
        ? Object.keys(value).map((inner) => `${name}.${inner}`)
        : [name],
    );
    const wanted = [...own, 'vscodeChecks', 'trace.server'].map((name) => `agentAuthoring.${name}`);
    assert.deepEqual(names.toSorted(), wanted.toSorted());
  });

  it('link each other, and nothing else, in the settings editor', () => {
    const texts = configuration.flatMap(({ properties }) =>
      Object.entries(Object(properties)).map(([, schema]) => String(Object(schema).markdownDescription ?? '')),
    );
    const links = texts.flatMap((text) => [...text.matchAll(/`#([^#]+)#`/g)].map(([, name]) => name));
    assert.ok(links.length > 0);
    const names = configuration.flatMap(({ properties }) => Object.keys(Object(properties)));
    for (const link of links) assert.ok(names.includes(link ?? ''), link);
  });
});

describe('the schema of the configuration file', () => {
  const at = (value: unknown, ...path: readonly string[]): unknown =>
    path.reduce<unknown>((inner, key) => Object.entries(inner ?? {}).find(([own]) => own === key)?.[1], value);
  const required = at(configurationSchema, 'properties', 'sections', 'properties', 'require', 'items');

  it('names the keys that the program reads, and no others', () => {
    const names = Object.keys(Object(at(configurationSchema, 'properties'))).filter((name) => name !== '$schema');
    const sound: Readonly<Record<string, unknown>> = {
      rules: { limit: 'off' },
      maxFindings: 7,
      diagnostics: { scope: 'openFiles' },
      index: { userAgents: false },
      hosts: ['claude-code'],
      files: { a: 'claude-code' },
      allow: { tools: ['A'] },
      sections: { ordered: true },
      report: { keys: ['agent'] },
      suppressions: { requireReason: true },
      loadLens: false,
      tokens: { inlayHints: 'off', sectionBudget: 7 },
      format: { sortKeys: true },
    };
    assert.deepEqual(Object.keys(sound), Object.keys({ ...sound, ...parseSettings(undefined) }));
    const read = Object.entries(sound).flatMap(([name, value]) => {
      const parsed = parseConfiguration(JSON.stringify({ [name]: value }));
      assert.ok(parsed.kind === 'settings');
      return JSON.stringify(parsed.settings) === JSON.stringify(parseSettings(undefined)) ? [] : [name];
    });
    // The others decide which settings apply to a file.
    assert.deepEqual(names, [...read, ...Object.keys(repositoryKeys)]);
  });

  it('allows the report keys that the program accepts', () => {
    const known = at(configurationSchema, 'properties', 'report', 'properties', 'keys', 'items', 'anyOf', '0', 'enum');
    assert.deepEqual(
      known,
      reportKeys.map(({ key }) => key),
    );
    const shapes = at(configurationSchema, 'properties', 'report', 'properties', 'keys', 'items', 'anyOf', '2');
    for (const shape of Object.values(Object(at(shapes, 'properties', 'shape', 'enum')))) {
      const [parsed] = parseSettings({ report: { keys: [{ key: 'own', shape }] } }).report.keys;
      assert.equal(parsed?.shape, shape);
    }
  });

  it('offers for each kind of section the children that the program accepts', () => {
    const kinds = catalogue.map(({ id }) => id);
    assert.deepEqual(at(required, 'properties', 'kind', 'enum'), kinds);
    const cases = at(required, 'allOf');
    assert.ok(Array.isArray(cases));
    for (const kind of kinds) {
      const offered: readonly unknown[] = cases.flatMap((one: unknown): readonly unknown[] => {
        const wanted = at(one, 'if', 'properties', 'kind', 'enum');
        const enumerated = at(one, 'then', 'properties', 'children', 'items', 'enum');
        return Array.isArray(wanted) && wanted.includes(kind) && Array.isArray(enumerated) ? enumerated : [];
      });
      const { sections } = parseSettings({ sections: { require: [{ kind, children: kinds }] } });
      assert.deepEqual(offered, sections.require[0]?.children, kind);
    }
  });

  it('is the schema that the manifest refers to', () => {
    const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual(at(manifest, 'contributes', 'jsonValidation'), [
      { fileMatch: configurationFiles.map((name) => `*${name}`), url: './docs/configuration.schema.json' },
    ]);
    assert.deepEqual(JSON.parse(readFileSync('docs/configuration.schema.json', 'utf8')), configurationSchema);
  });
});
