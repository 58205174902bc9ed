/** What an editor does with the names of agents that `opencode.json` and `kilo.json` declare, from their keys and from texts. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  callHierarchyAt,
  definitionsAt,
  hoverAt,
  incomingCalls,
  outgoingCalls,
  prepareRenameAt,
  referencesAt,
  renameAt,
} from '../../server/core/index';
import { type Files as Marked, type WorkspaceAt, workspaceAt } from '../features/workspaceAt';
import { applied } from '../features/workspaces';

const where = { user: ['/home/me/.config/opencode'], repositories: ['/w'] };
const md = (body: string, fields = ''): string => `---\ndescription: Leads the work.\n${fields}---\n${body}\n`;
const lead = '/w/.opencode/agent/lead.md';
const config = '/w/opencode.json';
const asking = md('Use the `reviewer` agent. Use the `tester` agent.');
const at = (files: Marked): WorkspaceAt => workspaceAt(files, { where });

const options = { ordered: true, renames: true, confirms: false, versionOf: () => undefined, canMove: () => true };

/** The files that change, or why nothing does. */
function renamed(files: Marked, name: string): Record<string, string> | string {
  const { agent, offset, index, texts } = at(files);
  const path = agent.path ?? assert.fail();
  const result = renameAt(index.ties(path) ?? path, index, offset, name, options);
  if (result === undefined) return 'nothing';
  if ('refused' in result) return result.refused;
  const after = applied(texts, result);
  return Object.fromEntries(Object.entries(after).filter(([one, text]) => texts[one] !== text));
}

describe('from the key of a declared agent', () => {
  const files = {
    [lead]: asking,
    [config]: '{\n  // Ours\n  "agent": { "tester": {}, "revi$0ewer": { "description": "Reviews changes." } }\n}',
  };

  it('references are the places in the texts of others', () => {
    const { agent, offset, index, shown } = at(files);
    assert.deepEqual(referencesAt(agent, offset, index, true).map(shown), [`${config}: reviewer`, `${lead}: reviewer`]);
    assert.deepEqual(referencesAt(agent, offset, index, false).map(shown), [`${lead}: reviewer`]);
  });

  it('the definition is the key itself', () => {
    const { agent, offset, index, shown } = at(files);
    const found = definitionsAt(agent, offset, index).map(({ targetUri: uri, targetRange: range }) => ({ uri, range }));
    assert.deepEqual(found.map(shown), [`${config}: reviewer`]);
  });

  it('hover says what the agent is', () => {
    const { agent, offset, index } = at(files);
    const { contents } = hoverAt(agent, offset, index) ?? assert.fail('no hover');
    const text = typeof contents === 'object' && 'value' in contents ? contents.value : '';
    assert.match(text, /^\*\*`reviewer`\*\* \(project agent\)\n\nReviews changes\.\n\n- tools: every tool\n- file: /);
  });

  it('hover says nothing about tools where it is not known how the program loads the agent', () => {
    const { agent, offset, index } = at({ '/w/kilo.json': '{ "agent": { "revi$0ewer": { "mode": "x" } } }' });
    const { contents } = hoverAt(agent, offset, index) ?? assert.fail('no hover');
    const text = typeof contents === 'object' && 'value' in contents ? contents.value : '';
    assert.match(text, /^\*\*`reviewer`\*\* \(project agent\)\n\n- file: /);
  });

  it('hover says with which other files of settings it is merged, and nothing about an equal key', () => {
    const shownFor = (others: Marked): string => {
      const { agent, offset, index } = at({ [config]: '{ "agent": { "a$0": {}, "a": {} } }', ...others });
      const { contents } = hoverAt(agent, offset, index) ?? assert.fail('no hover');
      return typeof contents === 'object' && 'value' in contents ? contents.value : '';
    };
    assert.match(shownFor({}), /- file: `opencode.json`$/);
    const merged = shownFor({ '/w/.opencode/opencode.json': '{ "agent": { "a": {} } }' });
    assert.match(merged, /- file: `opencode.json`\n- merged with `.opencode\/opencode.json`$/);
  });

  it('calls are those of the agents that are told to start it', () => {
    const { agent, offset, index, shown } = at(files);
    const [item = assert.fail('no item'), ...others] = callHierarchyAt(agent, offset, index);
    assert.deepEqual(others, []);
    assert.equal(shown({ uri: item.uri, range: item.range }), `${config}: reviewer`);
    const incoming = incomingCalls(item.uri, index, item.selectionRange.start);
    assert.deepEqual(
      incoming.map(({ from, fromRanges }) => [from.name, fromRanges.map((range) => shown({ uri: lead, range }))]),
      [['lead', [`${lead}: reviewer`]]],
    );
    assert.deepEqual(outgoingCalls(item.uri, index), []);
    // Another place of the file is no agent.
    assert.deepEqual(incomingCalls(item.uri, index, { line: 0, character: 0 }), []);
    assert.deepEqual(incomingCalls(item.uri, index), []);
  });

  it('a rename changes the key and the texts', () => {
    assert.deepEqual(renamed(files, 'checker'), {
      [lead]: asking.replace('reviewer', 'checker'),
      [config]: files[config].replace('revi$0ewer', 'checker'),
    });
    const { agent, offset, index } = at(files);
    assert.equal(prepareRenameAt(agent.path ?? '', index, offset)?.placeholder, 'reviewer');
    assert.equal(prepareRenameAt(agent.path ?? '', index, 0), undefined);
  });
});

describe('a rename of a declared agent', () => {
  const declaring = (agents: string): string => `{ "agent": { ${agents} } }`;

  it('starts in a text too', () => {
    const files = { [lead]: asking.replace('reviewer', 'revi$0ewer'), [config]: declaring('"reviewer": {}') };
    assert.deepEqual(renamed(files, 'checker'), {
      [lead]: asking.replace('reviewer', 'checker'),
      [config]: declaring('"checker": {}'),
    });
  });

  it('escapes what JSON does, and replaces escapes', () => {
    assert.deepEqual(renamed({ [config]: declaring('"a\\u002db$0": {}') }, 'x"y\\z'), {
      [config]: declaring('"x\\"y\\\\z": {}'),
    });
  });

  it('keeps line endings, comments and trailing commas', () => {
    const text = '{ // one\r\n  "mode": {\r\n    "reviewer$0": {}, /* two */\r\n  },\r\n}\r\n';
    assert.deepEqual(renamed({ [config]: text }, 'checker'), { [config]: text.replace('reviewer$0', 'checker') });
  });

  it('changes the file of the agent that the host merges with it, from wherever it starts', () => {
    const file = '/w/.opencode/agent/reviewer.md';
    const after = { '/w/.opencode/agent/checker.md': md('Review.'), [config]: declaring('"checker": {}, "x": {}') };
    const json = declaring('"reviewer": {}, "x": {}');
    const fromKey = renamed({ [file]: md('Review.'), [config]: json.replace('reviewer', 'reviewer$0') }, 'checker');
    assert.deepEqual(fromKey, after);
    const named = { [file]: md('Review.', 'name: reviewer$0\n'), [config]: json };
    assert.deepEqual(renamed(named, 'checker'), {
      '/w/.opencode/agent/checker.md': md('Review.', 'name: checker\n'),
      [config]: after[config],
    });
    // The entry switches the agent off, and does so afterwards.
    const off = { ...named, [config]: declaring('"reviewer": { "disable": true }') };
    assert.deepEqual(Object.entries(renamed(off, 'checker')).at(-1), [
      '/w/.opencode/agent/checker.md',
      md('Review.', 'name: checker\n'),
    ]);
    assert.match(JSON.stringify(renamed(off, 'checker')), /checker\\": \{ \\"disable\\"/);
  });

  it('changes the file that the key switches off, so that it stays off', () => {
    const files = {
      '/w/.opencode/agent/reviewer.md': md('Review.'),
      [lead]: asking,
      [config]: declaring('"reviewer$0": { "disable": true }'),
    };
    assert.deepEqual(renamed(files, 'checker'), {
      '/w/.opencode/agent/checker.md': md('Review.'),
      [lead]: asking.replace('reviewer', 'checker'),
      [config]: declaring('"checker": { "disable": true }'),
    });
  });

  it('keeps the folder in the key of a file that is in one', () => {
    const file = '/w/.opencode/agent/team/reviewer.md';
    const after = {
      '/w/.opencode/agent/team/checker.md': md('Review.'),
      [config]: declaring('"team/checker": {}'),
    };
    const files = { [file]: md('Review.'), [config]: declaring('"team/reviewer$0": {}') };
    assert.deepEqual(renamed(files, 'checker'), after);
    const { agent, offset, index, shown } = at(files);
    const { range, placeholder } = prepareRenameAt(agent.path ?? '', index, offset) ?? assert.fail('no rename');
    assert.deepEqual([shown({ uri: config, range }), placeholder], [`${config}: reviewer`, 'reviewer']);
  });

  it('leaves the agents of other hosts, of the user and of other keys alone', () => {
    const files = {
      [config]: declaring('"reviewer$0": {}, "other": {}'),
      '/w/kilo.json': declaring('"reviewer": {}'),
      '/home/me/.config/opencode/opencode.json': declaring('"reviewer": {}'),
    };
    assert.deepEqual(renamed(files, 'checker'), { [config]: declaring('"checker": {}, "other": {}') });
  });

  const refused: readonly (readonly [string, Marked, string, RegExp])[] = [
    ['another key', { [config]: declaring('"a$0": {}, "b": {}') }, 'b', /`b` is taken/],
    ['a key that is switched off', { [config]: declaring('"a$0": {}, "b": {"disable": true}') }, 'b', /`b` is taken/],
    ['the name of a file', { [config]: declaring('"a$0": {}'), [lead]: md('x') }, 'lead', /`lead` is taken/],
    ['a built-in agent', { [config]: declaring('"a$0": {}') }, 'build', /built-in agent `build`/],
    ['an empty name', { [config]: declaring('"a$0": {}') }, '', /empty/],
    [
      'an entry that changes an agent of the user',
      { [config]: declaring('"a$0": {}'), '/home/me/.config/opencode/agent/a.md': md('x') },
      'b',
      /merges this entry with the agent in `home\/me\/.config\/opencode\/agent\/a.md`/,
    ],
    [
      'an entry that changes an agent of a folder above',
      { [config]: declaring('"a": {}'), '/w/inner/opencode.json': declaring('"a$0": { "disable": true }') },
      'b',
      /merges this entry with the agent in `opencode.json`/,
    ],
    ['two names', { [config]: declaring('"a$0": {"name": "b"}') }, 'c', /a `name` field besides its key/],
  ];
  for (const [title, files, name, message] of refused)
    it(`is refused for ${title}`, () => {
      const result = renamed(files, name);
      assert.match(typeof result === 'string' ? result : JSON.stringify(result), message);
    });

  it('of a file is refused for a name that switches it off', () => {
    const files = {
      '/w/.opencode/agent/a.md': md('x', 'name: a$0\n'),
      [config]: declaring('"b": { "disable": true }'),
    };
    assert.equal(renamed(files, 'b'), '`b` is taken: `opencode.json` declares an agent with this name.');
  });
});
