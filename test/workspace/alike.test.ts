/** Which descriptions are alike, which keys a family of reports shares, and what all descriptions take. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentText, aroundIn, type Files, HERE } from './around';

const at = (name: string): string => `/w/.claude/agents/${name}.md`;

/** Agents by their names with these descriptions. */
const described = (descriptions: Readonly<Record<string, string>>): Files =>
  Object.fromEntries(Object.entries(descriptions).map(([name, text]) => [at(name), agentText(name, '', 'Hi\n', text)]));

const alike = (files: Files, path: string): readonly (string | undefined)[] =>
  aroundIn(files, path)
    .alike()
    .map(({ name }) => name);

const reviews = 'Reviews code changes for correctness, security, performance and readability before a merge.';

describe('descriptions that are alike', () => {
  for (const [what, one, other, expected] of [
    ['equal ones', reviews, reviews, true],
    [
      'in another order, with other small words',
      reviews,
      'Use it before the merge to review a code change: readability, performance, security, correctness.',
      true,
    ],
    [
      'about different things',
      reviews,
      'Writes database migrations and checks that each can be rolled back without loss.',
      false,
    ],
    [
      'for two technologies',
      'Writes idiomatic services in Python, with tests, types, clear errors and good logs.',
      'Writes idiomatic services in Rust, with tests, types, clear errors and good logs.',
      false,
    ],
    ['too short to be compared', 'Reviews code.', 'Reviews code.', false],
  ] as const)
    it(what, () => {
      const files = described({ one, other });
      assert.deepEqual(alike(files, at('one')), expected ? ['other'] : []);
      assert.deepEqual(alike(files, at('other')), expected ? ['one'] : []);
    });

  it('of two technologies in their names', () => {
    const text = (topic: string): string =>
      `${topic} developer who writes idiomatic services with tests, types and clear errors.`;
    const files = described({ 'python-pro': text('Python'), 'rust-pro': text('Rust') });
    assert.deepEqual(alike(files, at('python-pro')), []);
  });

  it('are a few, however many there are', () => {
    const many = described(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`n${i}`, reviews])));
    assert.equal(alike(many, at('n7')).length, 3);
  });

  it('are not sought in agents that are not loaded, nor in other plugins', () => {
    const files: Files = {
      ...described({ one: reviews }),
      [at('x')]: agentText('one', '', 'Hi\n', reviews),
      '/w/p/.claude-plugin/plugin.json': '{ "name": "p" }',
      '/w/p/agents/two.md': agentText('two', '', 'Hi\n', reviews),
      '/w/q/.claude-plugin/plugin.json': '{ "name": "q" }',
      '/w/q/agents/two.md': agentText('two', '', 'Hi\n', reviews),
    };
    for (const path of [at('one'), at('x'), '/w/p/agents/two.md']) assert.deepEqual(alike(files, path), []);
  });

  it('are not sought in agents that only a person starts', () => {
    const opencode = (name: string, mode: string): Files => ({
      [`/w/.opencode/${name}.md`]: `---\ndescription: ${reviews}\n${mode}---\nHi\n`,
    });
    const files: Files = {
      ...opencode('agents/a', 'mode: subagent\n'),
      ...opencode('agents/b', ''),
      ...opencode('agents/c', 'mode: primary\n'),
      ...opencode('modes/d', ''),
    };
    assert.deepEqual(alike(files, '/w/.opencode/agents/a.md'), ['b']);
    for (const name of ['agents/c', 'modes/d']) assert.deepEqual(alike(files, `/w/.opencode/${name}.md`), []);
  });
});

describe('the keys that a report lacks', () => {
  const report = (name: string, ...keys: readonly string[]): Files => ({
    [at(name)]: agentText(
      name,
      '',
      `\`\`\`yaml\ncompletion_report:\n${keys.map((key) => `  ${key}: x\n`).join('')}\`\`\`\n`,
    ),
  });
  const missing = (...files: readonly Files[]): readonly (readonly [string, string | undefined, number, number])[] =>
    aroundIn(Object.assign({}, ...files) as Files)
      .missingReportKeys()
      .map(({ key, written, having, others }) => [key, written, having, others]);
  const four = ['b', 'c', 'd', 'e'].map((name) => report(name, 'agent', 'files', 'risk'));

  it('are missing where nearly all others have them', () => {
    const odd = report('f', 'agent', 'odd');
    assert.deepEqual(missing(report('a', 'agent', 'files'), ...four, odd), [['risk', undefined, 4, 5]]);
    assert.deepEqual(missing(report('a', 'agent', 'file', 'risk'), ...four, odd), [['files', 'file', 4, 5]]);
    assert.deepEqual(missing(report('a', 'agent', 'files'), ...four, odd, report('g', 'agent')), []);
  });
  it('are not known of three others', () => {
    assert.deepEqual(missing(report('a', 'agent'), ...four.slice(1)), []);
  });
  it('are none of an agent that has few of the usual ones', () => {
    assert.deepEqual(missing(report('a', 'agent', 'verdict'), ...four), []);
  });
  it('are none of an agent without a report', () => {
    assert.deepEqual(missing({ [HERE]: agentText('a') }, ...four), []);
  });
});

describe('what a session is told', () => {
  it('is every description that it reads, the longest first', () => {
    const files: Files = {
      ...described({ one: 'Short.', two: 'A longer text, of which there is more.' }),
      '/home/.claude/agents/mine.md': agentText('mine'),
      '/w/p/.claude-plugin/plugin.json': '{ "name": "p" }',
      '/w/p/agents/x.md': agentText('x', '', 'Hi\n', reviews),
    };
    const told = aroundIn(files, at('two')).told();
    assert.ok(told !== undefined);
    const { agents, longest, tokens } = told;
    assert.equal(agents, 3);
    assert.deepEqual(
      longest.map(({ name }) => name),
      ['two', 'mine', 'one'],
    );
    assert.equal(aroundIn(files, at('one')).told(), undefined, 'only the longest depends on the sum');
    assert.ok(tokens > 10 && tokens < 40, String(tokens));
  });
});
