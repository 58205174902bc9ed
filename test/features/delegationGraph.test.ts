/** The delegation graph: nodes, calls, circles and dead ends, and the same as text for Mermaid. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Graph, graphOf } from '../../server/core/features/overview/graph';
import { mermaidOf } from '../../server/core/features/overview/mermaid';
import { fleet } from './fleet';
import { agentText, covered } from './workspaceAt';
import { filesOf, type Texts } from './workspaces';

const graphFor = (texts: Texts): Graph => graphOf(filesOf(texts).index);

/** Agents of one folder, by name and body; a third part is the list of tools. */
const agents = (...all: readonly (readonly [name: string, body: string, fields?: string])[]): Texts =>
  Object.fromEntries(
    all.map(([name, body, fields]) => [`/w/.claude/agents/${name}.md`, agentText(name, body, fields)]),
  );

const shown = ({ nodes, edges }: Graph): readonly string[] =>
  edges.map(
    ({ from, to, isInCycle, isPossible }) =>
      `${nodes[from]?.name} ${isInCycle ? '=' : isPossible ? '-' : '.'}> ${nodes[to]?.name}`,
  );

const marksOf = ({ nodes }: Graph): Readonly<Record<string, string>> =>
  Object.fromEntries(nodes.map(({ name, kind, marks }) => [name, [kind, ...marks].join(' ')]));

describe('the delegation graph', () => {
  const graph = graphFor(fleet);

  it('has what agents are told to start and the skills that they load', () => {
    assert.deepEqual([...shown(graph)].sort(), [
      'architect -> adr',
      'architect -> diagrams',
      'implementer -> security-auditor',
      'implementer => tester',
      'lead -> architect',
      'lead -> general-purpose',
      'lead -> implementer',
      'lead -> reviewer',
      'lead => release-manager',
      'release-manager -> changelog',
      'release-manager -> deployer',
      'release-manager -> publish-notes',
      'release-manager -> tester',
      'release-manager => lead',
      'retry => retry',
      'reviewer .> security-auditor',
      'tester -> browser-driver',
      'tester => implementer',
    ]);
  });

  it('says of each node what it is and what is wrong with it', () => {
    const marks = marksOf(graph);
    assert.equal(marks['adr'], 'skill');
    assert.equal(marks['diagrams'], 'unknown');
    assert.equal(marks['general-purpose'], 'built-in');
    assert.equal(marks['deployer'], 'unknown');
    assert.equal(marks['lead'], 'agent cycle');
    assert.equal(marks['reviewer'], 'agent cannot-start');
    assert.equal(marks['browser-driver'], 'agent');
    assert.equal(marks['broken.md'], 'agent fails uncalled');
    assert.equal(marks['retry'], 'agent cycle uncalled');
    assert.equal(marks['README.md'], undefined);
    const testers = graph.nodes.filter(({ name }) => name === 'tester').map(({ marks: some }) => some.join(' '));
    assert.deepEqual(testers.sort(), ['cycle', 'replaced uncalled']);
  });

  it('names a shortest circle of each group', () => {
    assert.deepEqual(
      graph.cycles.map((cycle) => cycle.map((node) => graph.nodes[node]?.name).join(' ')),
      ['implementer tester', 'lead release-manager', 'retry'],
    );
  });

  it('leads to the name of an agent and to the place of a call', () => {
    for (const { name, at, marks } of graph.nodes)
      if (at !== undefined && !marks.includes('fails')) assert.equal(covered(fleet[at.uri] ?? '', at.range), name);
    for (const { at, to } of graph.edges) assert.equal(covered(fleet[at.uri] ?? '', at.range), graph.nodes[to]?.name);
  });

  const cases: readonly (readonly [what: string, texts: Texts, expected: readonly string[]])[] = [
    [
      'counts a call once for each agent',
      agents(['a', 'Use the `b` agent. Then use the `b` agent again.'], ['b', 'Hi']),
      ['a -> b'],
    ],
    ['ignores calls in examples and negated ones', agents(['a', 'Never use the `b` agent.'], ['b', 'Hi']), []],
    ['ignores placeholders', agents(['a', 'Call @agent-name and @agent-your-agent.']), []],
    [
      'has a name without an agent where the file clearly means the agents around it',
      agents(['a', 'Use the `b` agent. Use the `c` agent. Use the `deployer` agent.'], ['b', 'Hi'], ['c', 'Hi']),
      ['a -> b', 'a -> c', 'a -> deployer'],
    ],
    [
      'ignores such a name elsewhere',
      agents(['a', 'Use the `b` agent. Use the `deployer` agent.'], ['b', 'Hi']),
      ['a -> b'],
    ],
    [
      'ignores the names of plugins that may be installed',
      agents(['a', 'Use the `b` agent. Use the `c` agent. Call @agent-tools:deployer.'], ['b', 'Hi'], ['c', 'Hi']),
      ['a -> b', 'a -> c'],
    ],
    ['ignores words that may be something else', agents(['a', 'Delegate to `some-tool`.']), []],
    [
      // A list allows the call; it does not ask for it.
      'has no circle through a list alone',
      agents(['a', 'Use the `b` agent.'], ['b', 'Hi', 'tools: Agent(a)']),
      ['a -> b', 'b -> a'],
    ],
    [
      'has no circle through an agent that cannot start others',
      agents(['a', 'Use the `b` agent.'], ['b', 'Use the `a` agent.', 'tools: Read']),
      ['a -> b', 'b .> a'],
    ],
    [
      'follows a circle of three',
      agents(['a', 'Use the `b` agent.'], ['b', 'Use the `c` agent.'], ['c', 'Use the `a` agent.']),
      ['a => b', 'b => c', 'c => a'],
    ],
    [
      'means by a name what is loaded from there',
      {
        ...agents(['a', 'Use the `b` agent.'], ['b', 'Hi']),
        '/w/.claude/agents/z/b.md': agentText('b'),
      },
      ['a -> b'],
    ],
  ];
  for (const [what, texts, expected] of cases)
    it(what, () => {
      assert.deepEqual(shown(graphFor(texts)), expected);
    });

  it('leaves out what is too much, those without calls first, and names it', () => {
    const many = agents(...Array.from({ length: 510 }, (_, i) => [`x${i}`, 'Hi'] as const), [
      'zz',
      'Use the `x509` agent.',
    ]);
    const { nodes, edges, leftOut } = graphFor(many);
    assert.equal(nodes.length, 500);
    assert.equal(leftOut.count, 11);
    assert.equal(leftOut.names.length, 11);
    assert.deepEqual(
      nodes.slice(0, 2).map(({ name }) => name),
      ['x509', 'zz'],
    );
    assert.equal(edges.length, 1);
  });
});

describe('the delegation graph for Mermaid', () => {
  it('has each node and each call, with words for what is wrong', () => {
    const lines = mermaidOf(
      graphFor(
        agents(
          ['a', 'Use the `b` agent.'],
          ['b', 'Use the `a` agent. Use the `c` agent. Call @agent-deployer.'],
          ['c', 'Hi'],
        ),
      ),
    ).split('\n');
    assert.deepEqual(lines, [
      'flowchart LR',
      '  n0["a (in a circle)"]',
      '  n1["b (in a circle)"]',
      '  n2["c"]',
      '  n3{{"deployer (not found)"}}',
      '  n0 ==> n1',
      '  n1 ==> n0',
      '  n1 --> n2',
      '  n1 --> n3',
      '',
    ]);
  });

  it('contains nothing of a name that Mermaid reads as more than text', () => {
    const evil = 'x"] --> y; click n0 "javascript:a" <b> `c` #quot; %%{init}%% |';
    const [node] = graphFor(agents(['a', 'Hi'])).nodes;
    assert.ok(node);
    const text = mermaidOf({
      nodes: [{ ...node, name: evil }],
      edges: [],
      cycles: [],
      leftOut: { count: 0, names: [] },
    });
    const [, label = ''] = /^ {2}n0\["(.*)"\]$/m.exec(text) ?? [];
    assert.doesNotMatch(label, /["<>`%{}|[\]]/);
    // Every character comes back from its number.
    assert.equal(
      label.replace(/#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))),
      evil,
    );
    assert.equal(text.split('\n').length, 3);
  });

  for (const [name, expected] of [
    ['1. x', '1#46; x'],
    ['1) x', '1#41; x'],
    ['- x', '#45; x'],
    ['_x_', '#95;x#95;'],
    ['__x__', '#95;#95;x#95;#95;'],
    ['code-reviewer_2 v1.2', 'code-reviewer_2 v1.2'],
    ['\u{7ffb}\u{8a33}', '\u{7ffb}\u{8a33}'],
  ] as const)
    it(`writes ${name} so that it is no list and no emphasis`, () => {
      const [node] = graphFor(agents(['a', 'Hi'])).nodes;
      assert.ok(node);
      const leftOut = { count: 0, names: [] };
      const text = mermaidOf({ nodes: [{ ...node, name }], edges: [], cycles: [], leftOut });
      assert.equal(text.split('\n')[1], `  n0["${expected}"]`);
    });
});
