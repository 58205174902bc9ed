/** Safe fixes, which run on save: what they must never do to an agent. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Agent, readAgent } from '../../server/core/agent/agent';
import { isProvedSafe } from '../../server/core/agent/safety';
import { fixAll } from '../../server/core/features/actions/fixAll';
import { actionsIn } from '../../server/core/features/actions/quickFixes';
import { formatById } from '../../server/core/hosts/index';
import { type LintFinding, lint } from '../../server/core/lint/lint';
import type { Rule } from '../../server/core/rules/rule';
import { applyEdits, type Edit } from '../../server/core/text/edits';
import { offsetAt } from '../../server/core/text/source';
import { agent, fileOf, withFrontMatter } from '../agent';
import { agentLike } from '../agentLike';
import { runs } from '../seed';
import { path } from './repairs';
import { assertSafeFixes, verdictOf } from './safeFixes';

const uri = `file://${path}`;

const lines = (...text: readonly string[]): string => [...text, ''].join('\n');

const findingsIn = (text: string): readonly LintFinding[] => lint(agent(text, path)).findings;

const toolsOf = (text: string): 'all' | readonly string[] => {
  const { inherited, effective } = verdictOf(text).tools;
  return inherited ? 'all' : effective;
};

describe('safe fixes', () => {
  it('grant no tool, keep every agent loading and never start to inherit every tool, in generated texts', () => {
    fc.assert(
      fc.property(agentLike, (text) => assertSafeFixes(text, findingsIn(text))),
      runs(500),
    );
  });

  it('are skipped where a rule is wrong about them, and the others are still applied', () => {
    const text = withFrontMatter('tools: Read, Edit\nmodel: opus\n').replace('name: a', 'name:  a');
    const remove = (part: string): Rule => ({
      id: `remove-${part.length}`,
      title: 'A fix for a test',
      why: 'It shows what is proved.',
      severity: 'warning',
      bad: [],
      good: [],
      check: ({ file }) => {
        const start = file.source.text.indexOf(part);
        const span = { start, end: start + part.length };
        const fixes = [{ title: 'Remove it', safe: true, edits: [{ span, newText: '' }] }];
        return start < 0 ? [] : [{ span, message: 'There it is.', fixes }];
      },
    });
    const rules = [remove('tools: Read, Edit\n'), remove(', Edit'), remove('description: Does a thing.\n')];
    assert.equal(fixAll(agent(text, path), { rules }), text.replace(', Edit', ''));
  });
});

describe('the proof of a fix', () => {
  const powers = withFrontMatter(
    'tools: Read\npermissionMode: plan\nmemory: user\nhooks:\n  PreToolUse: [{matcher: Bash, hooks: [{type: command, command: check}]}]\nmcpServers: [db]',
  );
  const changes: readonly (readonly [from: string, to: string, isSafe: boolean])[] = [
    ['plan', 'acceptEdits', false],
    ['memory: user', 'memory: project', false],
    ['matcher: Bash', 'matcher: Read', false],
    ['command: check', 'command: other', false],
    ['[db]', '[db, web]', false],
    ['[db]', '["db"]', true],
    ['plan', "'plan'", true],
    ['name: a', 'name: "a"', true],
  ];
  for (const [from, to, isSafe] of changes) {
    it(`${isSafe ? 'accepts' : 'refuses'} ${to} for ${from}`, () => {
      const start = powers.indexOf(from);
      const edits = [{ span: { start, end: start + from.length }, newText: to }];
      assert.equal(isProvedSafe(agent(powers), edits), isSafe);
    });
  }

  const base = withFrontMatter('tools: Read, Glob\ndisallowedTools: Bash, mcp__x\nmodel: opus');
  const cases: readonly (readonly [string, string, string, boolean])[] = [
    ['takes the name away', 'name: a\n', '', false],
    ['gives another name', 'name: a', 'name: b', false],
    ['takes the tool list away', 'tools: Read, Glob\n', '', false],
    ['grants a tool', 'Glob', 'Glob, Edit', false],
    ['grants less', ', Glob', '', true],
    ['names a tool that there is not', 'Glob', 'Glob, Nothing', false],
    ['denies less', 'Bash, mcp__x', 'mcp__x', false],
    ['denies a server no longer', ', mcp__x', '', false],
    ['denies more', 'Bash, mcp__x', 'Bash, Edit, mcp__x', true],
    ['loses a field that counts', 'model: opus\n', '', false],
    ['changes the body', 'Hi', 'Hello', true],
  ];
  for (const [what, from, to, isSafe] of cases) {
    it(`${isSafe ? 'accepts' : 'refuses'} one that ${what}`, () => {
      const start = base.indexOf(from);
      const edits = [{ span: { start, end: start + from.length }, newText: to }];
      assert.equal(isProvedSafe(agent(base), edits), isSafe);
    });
  }

  it('accepts that an agent starts to load with the tools that are written', () => {
    const text = withFrontMatter('tools: Read').replace('description:', 'description');
    const at = text.indexOf('description') + 'description'.length;
    const insert = (newText: string) => [{ span: { start: at, end: at }, newText }];
    assert.equal(verdictOf(text).cause, 'yaml');
    assert.equal(isProvedSafe(agent(text), insert(':')), true);
    assert.equal(isProvedSafe(agent(text), insert(': x\n---\n')), false);
    const list = text.indexOf('Read') + 'Read'.length;
    const more = { span: { start: list, end: list }, newText: ', Edit' };
    assert.equal(isProvedSafe(agent(text), [...insert(':'), more]), false);
  });
});

describe('frontmatter that the host ends inside a value', () => {
  it('keeps the first of two lists, which is the one that counts', () => {
    const text = lines('---', 'name: a', 'tools: Read', 'description: d---', 'tools: Bash', '---', 'Hi');
    assert.deepEqual(toolsOf(text), ['Read']);
    assert.equal(fixAll(agent(text, path)), text);
    assert.ok(!findingsIn(text).some(({ rule }) => rule === 'key-duplicate'), 'the first one is not dropped');
  });

  it('keeps the only name that the host reads', () => {
    const text = lines('---', 'name: a', 'description: x---', 'name: b', '---', 'Hi');
    assert.equal(fixAll(agent(text, path)), text);
  });

  it('does not start to load with every tool when its list is in the part that is cut off', () => {
    const text = lines('---', 'name: 12', 'description: d---', 'tools: Read', '---', 'Hi');
    assert.ok(findingsIn(text).every(({ fixes = [] }) => fixes.every(({ safe }) => !safe)));
    assert.equal(fixAll(agent(text, path)), text);
  });

  it('still removes the first of two lists that are both before that place', () => {
    const text = lines('---', 'name: a', 'tools: Bash', 'tools: Read', 'description: d---', 'model: opus', '---', 'Hi');
    assert.equal(fixAll(agent(text, path)), text.replace('tools: Bash\n', ''));
  });
});

describe('frontmatter that the host does not see', () => {
  it('gets no safe fix where the part with its deny list would stay unread', () => {
    const text = lines('', '---', 'name: a', 'description: d---', 'disallowedTools: Bash');
    const [opening] = findingsIn(text).filter(({ rule }) => rule === 'frontmatter-opening');
    assert.deepEqual(
      opening?.fixes?.map(({ safe }) => safe),
      [false],
    );
    const closed = lines('', '---', 'name: a', 'description: d', 'disallowedTools: Bash', '---', 'Hi');
    assert.equal(fixAll(agent(closed, path)), closed.slice(1));
  });

  it('stays so where a plugin agent loads, but would not with what is written in it', () => {
    const plugin = formatById('claude-code-plugin');
    assert.ok(plugin !== undefined);
    const loaded = (text: string): Agent => readAgent(text, plugin, '/w/agents/a.md');
    const fixed = (text: string): readonly Edit[] => {
      const start = text.indexOf('s:\n.');
      return [{ span: { start, end: start + 4 }, newText: 's: |-\n  .' }];
    };
    const refused = lines('---', 'tools: Nothing', 's:', '.', '---', 'Hi');
    assert.equal(loaded(refused).verdict()?.cause, null);
    assert.equal(loaded(applyEdits(refused, fixed(refused))).verdict()?.cause, 'tools');
    assert.equal(isProvedSafe(loaded(refused), fixed(refused)), false);
    const useful = refused.replace('Nothing', 'Read');
    assert.equal(isProvedSafe(loaded(useful), fixed(useful)), true);
  });
});

describe('frontmatter without a closing line', () => {
  it('is left to the writer where the host ends it at other dashes, because the prompt would begin elsewhere', () => {
    const text = lines('---', 'name: a', 'description: d', 'x:y: z', 'tools: Read', '-----', 'Hi');
    assert.equal(fixAll(agent(text, path)), text);
    const [fix] = findingsIn(text).find(({ rule }) => rule === 'frontmatter-unclosed')?.fixes ?? [];
    assert.ok(fix !== undefined);
    assert.deepEqual(toolsOf(applyEdits(text, fix.edits)), ['Read']);
  });

  it('is proved with the lines after its end, because a fix may move the end', () => {
    const text = lines('---', 'name :', 'name: a', 'description: d---', 'o:');
    const start = text.indexOf('name :');
    assert.equal(isProvedSafe(agent(text, path), [{ span: { start, end: start + 7 }, newText: '' }]), false);
    assert.equal(fixAll(agent(text, path)), text);
  });

  it('has duplicates on its last line', () => {
    const text = '---\nx:y: z\ndisallowedTools: \ndisallowedTools: \n-----\n\nHi';
    assert.deepEqual(lint(agent(text, path)).failures, []);
  });

  it('is left open where closing it would put its tool list into the body', () => {
    const text = lines('---', 'name: a', 'description: d', 'x:y: z', 'tools: Read', '', 'Hi');
    assert.equal(fixAll(agent(text, path)), text);
  });
});

describe('a sign before a tool name', () => {
  const spellings = [
    '-Bash',
    '!Bash',
    '~Bash',
    '--Bash',
    '-bash',
    '−Bash',
    'no-Bash',
    'Bash-',
    '_Bash',
    '-Bash(git:*)',
  ];
  for (const written of spellings) {
    it(`never grants or removes the tool in a safe fix: ${written}`, () => {
      for (const frontMatter of [
        `tools: Read, ${written}`,
        `tools: "Read, ${written}"`,
        `tools: [Read, "${written}"]`,
        `tools:\n  - Read\n  - '${written}'`,
        `disallowedTools: "${written}"`,
        `disallowedTools: [Edit, '${written}']`,
      ]) {
        const text = withFrontMatter(frontMatter);
        assert.equal(fixAll(agent(text, path)), text, frontMatter);
        assert.ok(!findingsIn(text).some(({ rule }) => rule === 'tool-case'), frontMatter);
      }
    });
  }

  it('is still a separator inside a name', () => {
    assert.equal(
      fixAll(agent(withFrontMatter('disallowedTools: web-search, Read'), path)),
      withFrontMatter('disallowedTools: WebSearch, Read'),
    );
  });

  it('grants nothing by a better spelling of a name', () => {
    const text = withFrontMatter('tools: Read, bash, web-search');
    assert.equal(fixAll(agent(text, path)), text);
    const denied = withFrontMatter('disallowedTools: bash');
    assert.equal(fixAll(agent(denied, path)), withFrontMatter('disallowedTools: Bash'));
  });

  it('is moved together with another one, each to the deny list', () => {
    const text = withFrontMatter('tools: Read, -Bash, !Edit');
    const fixed = fixAll(agent(text, path), {}, ({ rule, fixes }) =>
      rule === 'tool-excluded' ? fixes?.[0] : undefined,
    );
    assert.equal(fixed, withFrontMatter('tools: Read\ndisallowedTools: Bash, Edit'));
  });
});

describe('examples under a description that are not indented', () => {
  const spills: readonly (readonly string[])[] = [
    ['Examples:', 'Context: A change.', 'user: "Review this"', '<commentary>', 'Reviews it.', '</commentary>'],
    ['Context: A change.', 'user: "Review" this', 'assistant: I do.'],
    ['user: Look: here', 'assistant: "x" y'],
  ];
  for (const spill of spills) {
    it(`are indented by the preferred fix: ${spill.join(' / ')}`, () => {
      const text = lines('---', 'name: a', 'description: Use it.', ...spill, 'tools: Read', '---', 'Hi');
      const preferred = actionsIn(agent(text), { start: 0, end: text.length }, { uri }).filter(
        ({ isPreferred }) => isPreferred === true,
      );
      assert.equal(preferred.length, 1);
      assert.deepEqual(
        preferred[0]?.diagnostics?.map(({ code }) => code),
        ['yaml-spill'],
      );
      const { source } = fileOf(text);
      const edits = preferred[0]?.edit?.changes?.[uri] ?? [];
      const fixed = applyEdits(
        text,
        edits.map(({ range, newText }) => ({
          span: { start: offsetAt(source, range.start), end: offsetAt(source, range.end) },
          newText,
        })),
      );
      for (const line of spill) assert.ok(fixed.includes(`\n  ${line}\n`), fixed);
      assert.ok(!findingsIn(text).some(({ rule }) => rule.startsWith('field-')));
    });
  }

  it('are not removed by a preferred fix where they happen to be valid YAML', () => {
    const text = lines('---', 'name: a', 'description: Use it.', 'Context: A change.', 'user: Review', '---', 'Hi');
    const start = text.indexOf('Context');
    const [removal] = actionsIn(agent(text), { start, end: start }, { uri });
    assert.equal(removal?.title, 'Remove `Context`');
    assert.equal(removal.isPreferred, undefined);
    assert.equal(fixAll(agent(text, path)), text);
  });
});
