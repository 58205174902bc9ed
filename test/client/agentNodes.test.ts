/** The nodes of the view of agents: their order, their ids, and which one is above which. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type AgentNode, type Node, partNodesOf, treeOf } from '../../client/src/agents/nodes';
import type { AgentParts, AgentRow, HostGroup, ScopeGroup } from '../../client/src/agents/protocol';

const range = { start: { line: 1, character: 6 }, end: { line: 1, character: 7 } };

const row = (name: string): AgentRow => ({
  uri: `file:///w/${name}.md`,
  name,
  range,
  state: 'loads',
  servers: 0,
  effects: [],
  canRename: true,
});

const host = (id: string, ...names: readonly string[]): HostGroup => ({ id, name: id, agents: names.map(row) });

const group = (hosts: readonly HostGroup[], skills: ScopeGroup['skills'] = []): ScopeGroup => ({
  scope: 'project',
  home: 'file:///w',
  hosts,
  skills,
});

/** Every node below some, as lines with a space for each level. */
const lines = (nodes: readonly Node[], indent = ''): readonly string[] =>
  nodes.flatMap((node) => [
    `${indent}${node.kind} ${node.id}`,
    ...('children' in node ? lines(node.children, `${indent} `) : []),
  ]);

const none: AgentParts = {
  tools: [],
  inherits: false,
  skills: [],
  servers: [],
  delegates: [],
  callers: [],
  problems: [],
  tokens: { description: 1, prompt: 2 },
};

const node = (): AgentNode => ({ kind: 'agent', id: 'file:///w/a.md', parent: undefined, row: row('a') });

describe('the nodes of the view of agents', () => {
  it('keeps apart the agents that one file declares, and takes none of them for that of the file', () => {
    const uri = 'file:///w/settings.json';
    const at = (line: number): AgentRow => ({
      ...row('x'),
      uri,
      range: { ...range, start: { line, character: 4 } },
      isDeclared: true,
    });
    const tree = treeOf({ groups: [group([{ id: 'b', name: 'B', agents: [at(2), at(5)] }])], left: 0 });
    assert.deepEqual(lines(tree.roots), ['scope project file:///w', ` agent ${uri}#2:4`, ` agent ${uri}#5:4`]);
    assert.equal(tree.agents.size, 0);
  });

  it('have no level for the only host of a place', () => {
    const { roots } = treeOf({ groups: [group([host('one', 'a', 'b')])], left: 0 });
    assert.deepEqual(lines(roots), ['scope project file:///w', ' agent file:///w/a.md', ' agent file:///w/b.md']);
  });

  it('have a level for each of several hosts', () => {
    const { roots } = treeOf({ groups: [group([host('one', 'a'), host('two', 'b')])], left: 0 });
    assert.deepEqual(lines(roots), [
      'scope project file:///w',
      ' host project file:///w one',
      '  agent file:///w/a.md',
      ' host project file:///w two',
      '  agent file:///w/b.md',
    ]);
  });

  it('have skills and commands last, and the number of agents that are left out', () => {
    const skill = (kind: 'skill' | 'command') => ({
      kind,
      uri: `file:///w/${kind}`,
      name: kind,
      description: '',
      range,
    });
    const { roots } = treeOf({ groups: [group([host('one', 'a')], [skill('command'), skill('skill')])], left: 7 });
    assert.deepEqual(lines(roots), [
      'scope project file:///w',
      ' agent file:///w/a.md',
      ' skills project file:///w skills',
      '  skill file:///w/skill',
      ' skills project file:///w commands',
      '  skill file:///w/command',
      'more more',
    ]);
    assert.equal(roots.at(-1)?.kind === 'more' && roots.at(-1)?.parent, undefined);
  });

  it('know what is above them, and agents by their files', () => {
    const { roots, agents } = treeOf({ groups: [group([host('one', 'a'), host('two', 'b')])], left: 0 });
    const check = (nodes: readonly Node[], parent: Node | undefined): void => {
      for (const one of nodes) {
        assert.equal(one.parent, parent);
        if ('children' in one) check(one.children, one);
      }
    };
    check(roots, undefined);
    assert.equal(agents.get('file:///w/b.md')?.row.name, 'b');
  });

  it('have only the parts that an agent has, problems first and sizes last', () => {
    assert.deepEqual(lines(partNodesOf(node(), none)), [
      'part file:///w/a.md#tokens',
      ' leaf file:///w/a.md#tokens/0',
      ' leaf file:///w/a.md#tokens/1',
    ]);
    const place = { uri: 'file:///w/b.md', range };
    const parts = partNodesOf(node(), {
      ...none,
      tools: [{ name: 'Read', place, state: 'given' }],
      callers: [{ name: 'b', place, from: 'file' }],
      problems: [{ message: 'Wrong.', severity: 1, code: 'x', range }],
    });
    assert.deepEqual(
      parts.map(({ part }) => part),
      ['problems', 'tools', 'callers', 'tokens'],
    );
    assert.equal(parts[2]?.children[0]?.place.uri, 'file:///w/b.md');
    assert.equal(parts[0]?.children[0]?.place.uri, 'file:///w/a.md');
  });
});
