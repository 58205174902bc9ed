/** Which agent or skill a request leads to: words of several languages, ranking, ties, and bounds. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Route, routeOf } from '../../server/core/features/route';
import { requestWords } from '../../server/core/prose/requestWords';
import { type Index, indexOf } from '../../server/core/workspace/index';
import { indexedOf } from '../../server/core/workspace/read';
import { unknownWorkspace } from '../../server/core/workspace/workspace';

const indexAround = (files: Readonly<Record<string, string>>): Index =>
  indexOf(Object.entries(files).flatMap(([path, text]) => indexedOf(path, text, unknownWorkspace)));

const agentText = (name: string, description: string): string =>
  `---\nname: ${name}\ndescription: ${JSON.stringify(description)}\n---\nHi\n`;

/** The index of agents, by their names and descriptions. */
const agents = (descriptions: Readonly<Record<string, string>>): Index =>
  indexAround(
    Object.fromEntries(
      Object.entries(descriptions).map(([name, text]) => [`/w/.claude/agents/${name}.md`, agentText(name, text)]),
    ),
  );

const names = ({ matches }: Route): readonly string[] => matches.map(({ name }) => name);

const keys: readonly (readonly [string, readonly string[]])[] = [
  ['Reviews the reviewer, reviewing', ['review', 'review', 'review']],
  ['migrate migrations', ['migr', 'migr']],
  ['please help me to use an agent', []],
  ['codeReview', ['codereview', 'cod', 'review']],
  ['C++ and C#', ['c++', 'c#']],
  ['die Prüfung für den Code', ['prufung', 'cod']],
  ['Überprüfe den Café-Plan', ['uberpruf', 'caf', 'plan']],
  ['проверка кода', ['проверка', 'кода']],
  ['コードを確認', ['コー', 'ード', 'ドを', 'を確', '確認']],
  ['代码审查', ['代码', '码审', '审查']],
  ['用SQL查询', ['用', 'sql', '查询']],
  ['보안 검토', ['보안', '검토']],
  ['\u202e \0 --', []],
];

describe('the words of a request', () => {
  for (const [text, expected] of keys)
    it(JSON.stringify(text), () =>
      assert.deepEqual(
        requestWords(text).map(({ key }) => key),
        expected,
      ),
    );
});

const team = agents({
  'code-reviewer': 'Reviews code for bugs and style after changes.',
  'security-auditor': 'Audits code for security problems, secrets and injection.',
  'docs-writer': 'Writes documentation and tutorials.',
  'sql-expert': 'Optimizes database queries and schemas. 优化数据库查询。',
});

const requests: readonly (readonly [string, string])[] = [
  ['please review my changes', 'code-reviewer'],
  ['is there an injection or a leaked secret here?', 'security-auditor'],
  ['write a tutorial', 'docs-writer'],
  ['optimising the slow database query', 'sql-expert'],
  ['数据库查询很慢', 'sql-expert'],
];

describe('a request', () => {
  for (const [request, expected] of requests)
    it(`leads to ${expected}: ${request}`, () => assert.equal(names(routeOf(team, request))[0], expected));

  it('finds nothing when no word matches', () => {
    for (const request of ['', '   ', 'the of and', 'xyzzy', '!!!'])
      assert.deepEqual(routeOf(team, request), { compared: 4, matches: [], tied: 0, shared: [] });
  });

  it('says which words match, the rarest first, and where the file is', () => {
    const [first] = routeOf(team, 'audit code security').matches;
    assert.deepEqual(
      [first?.name, first?.kind, first?.path],
      ['security-auditor', 'agent', '/w/.claude/agents/security-auditor.md'],
    );
    assert.deepEqual([...(first?.words ?? [])].sort(), ['audit', 'code', 'security']);
    assert.equal(first?.words.at(-1), 'code');
    assert.deepEqual([first?.score, first?.scope, first?.range.start.line], [100, 'project · .claude/agents', 1]);
  });

  it('tells the same name in two projects apart by the folder', () => {
    const index = indexAround({
      '/w/app/.claude/agents/tester.md': agentText('tester', 'Runs the tests.'),
      '/w/app/pay/.claude/agents/tester.md': agentText('tester', 'Runs the tests of payments.'),
      '/w/lib/.claude/agents/typist.md': agentText('typist', 'Types the tests.'),
    });
    const places = routeOf(index, 'run the tests').matches.map(({ scope }) => scope);
    assert.deepEqual(places.toSorted(), [
      'project · app/.claude/agents',
      'project · app/pay/.claude/agents',
      'project · lib/.claude/agents',
    ]);
  });

  it('matches the beginning of a word only while it is typed', () => {
    assert.deepEqual(names(routeOf(team, 'docum', 10, true)), ['docs-writer']);
    assert.deepEqual(names(routeOf(team, 'docum ', 10, true)), []);
    assert.deepEqual(names(routeOf(team, 'docum')), []);
  });

  it('shows near ties with what they share', () => {
    const index = agents({
      'one-helper': 'Writes unit tests for services.',
      'two-helper': 'Writes unit tests for services in Go.',
      gardener: 'Waters plants.',
    });
    const { tied, shared, matches } = routeOf(index, 'write unit tests for the service');
    assert.equal(tied, 2);
    assert.deepEqual([...shared].sort(), ['service', 'tests', 'unit', 'write']);
    assert.equal(matches.length, 2);
    assert.equal(routeOf(index, 'water the plants').tied, 0);
  });

  it('leads to what the host loads only: not to files that lose their name, do not load, or are closed to the model', () => {
    const index = indexAround({
      '/w/.claude/agents/a.md': agentText('twin', 'Paints fences.'),
      '/w/.claude/agents/z.md': agentText('twin', 'Paints fences.'),
      '/w/.claude/agents/bad.md': '---\nname: bad\n---\nPaints fences.\n',
      '/w/.claude/skills/open/SKILL.md': '---\ndescription: Paints fences.\n---\nHi\n',
      '/w/.claude/skills/shut/SKILL.md': '---\ndescription: Paints fences.\ndisable-model-invocation: true\n---\nHi\n',
    });
    const { matches } = routeOf(index, 'paint the fence');
    assert.deepEqual(
      matches.map(({ kind, path }) => [kind, path]),
      [
        ['skill', '/w/.claude/skills/open/SKILL.md'],
        ['agent', '/w/.claude/agents/z.md'],
      ],
    );
  });

  it('gives the same answer for every order of the files', () => {
    const files = Object.fromEntries(
      ['b', 'a', 'c'].map((name) => [`/w/.claude/agents/${name}.md`, agentText(name, 'Paints fences.')]),
    );
    const backwards = Object.fromEntries(Object.entries(files).reverse());
    assert.deepEqual(routeOf(indexAround(files), 'paint'), routeOf(indexAround(backwards), 'paint'));
    assert.deepEqual(names(routeOf(indexAround(files), 'paint')), ['a', 'b', 'c']);
  });

  it('follows changed descriptions', () => {
    assert.deepEqual(names(routeOf(agents({ a: 'Paints fences.' }), 'water')), []);
    assert.deepEqual(names(routeOf(agents({ a: 'Waters plants.' }), 'water')), ['a']);
  });

  it('shows hostile texts as visible lines', () => {
    const index = agents({ a: `Paints\u202e\u001b[31m\u0000 fences\n${'x '.repeat(5_000)}` });
    const [match] = routeOf(index, 'paints').matches;
    assert.ok(match !== undefined && match.description.length <= 300);
    assert.match(match.description, /^Paints\\u\{202e\}/);
  });
});

describe('a request to 5,000 agents', () => {
  it('reads each posting of its words once, whatever the length of the request', () => {
    const words = Array.from({ length: 400 }, (_, i) => `word${i}`);
    const many = agents(
      Object.fromEntries(
        Array.from({ length: 5_000 }, (_, i) => [
          `agent-${i}`,
          Array.from({ length: 40 }, (_, j) => words[(i * 7 + j * 13) % words.length]).join(' '),
        ]),
      ),
    );
    routeOf(many, 'word1');
    const request = words.slice(0, 200).join(' ');
    const before = process.cpuUsage();
    for (let i = 0; i < 5; i++) routeOf(many, `${request} word${i}`, 10, true);
    const { user } = process.cpuUsage(before);
    // 64 words, each in a tenth of the agents. Far above what it takes, so that a busy machine does not fail.
    assert.ok(user / 5 < 250_000, `${user / 5} microseconds`);
  });
});
