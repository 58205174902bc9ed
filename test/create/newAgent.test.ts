/** New agents: every host loads what is written for it, with exactly the tools that were chosen. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readAgent } from '../../server/core/agent/agent';
import { newAgentFormats, toolChoicesOf, usualTools } from '../../server/core/create/choices';
import { checkName, type NameCheck } from '../../server/core/create/nameCheck';
import { newAgentFile, newAgentSnippet } from '../../server/core/create/newAgent';
import { presets } from '../../server/core/create/presets';
import type { Format } from '../../server/core/hosts/host';
import { hosts } from '../../server/core/hosts/index';
import { expansionOf } from '../../server/core/hosts/toolName';
import { lint } from '../../server/core/lint/lint';
import { detect } from '../../server/core/workspace/detect';
import { indexOf } from '../../server/core/workspace/index';
import { unknownWorkspace } from '../../server/core/workspace/workspace';
import { format as claudeCode } from '../agent';
import { expandSnippet } from '../snippetExpand';

const file = (format: Format, id: string, tools: readonly string[] | undefined, name = 'my-agent') => {
  const preset = presets.find((one) => one.id === id) ?? assert.fail(id);
  return newAgentFile({ format, name, preset, tools });
};

/** The file, where there is one. */
function written(format: Format, id: string, tools: readonly string[] | undefined, name = 'my-agent') {
  const result = file(format, id, tools, name);
  assert.ok(!('refused' in result), `${format.id} ${id}: ${'refused' in result ? result.refused : ''}`);
  return result;
}

/** What is wrong with a new file, besides its placeholders. */
const findingsIn = (text: string, format: Format, path: string): readonly string[] =>
  lint(readAgent(text, format, `/w/${path}`))
    .findings.filter(({ severity, rule }) => severity !== 'hint' && rule !== 'placeholder')
    .map(({ rule, message }) => `${rule}: ${message}`);

describe('a new agent', () => {
  it('can be made for every host whose agents are files', () => {
    const withAgents = hosts.filter(({ formats }) => formats.some(({ kind = 'agent' }) => kind === 'agent'));
    assert.deepEqual(
      [...new Set(newAgentFormats.map(({ host }) => host.id))],
      withAgents.map(({ id }) => id),
    );
  });

  for (const format of newAgentFormats) {
    it(`of ${format.id} loads, with the tools that were chosen and no finding`, () => {
      const ids = toolChoicesOf(format).map(({ id }) => id);
      const check = (id: string, tools: readonly string[]): void => {
        const { text, path } = written(format, id, tools);
        const agent = readAgent(text, format, `/w/${path}`);
        const verdict = agent.verdict();
        assert.notEqual(verdict?.verdict, 'does-not-load', text);
        assert.notEqual(verdict?.verdict, 'loads-with-losses', text);
        assert.deepEqual(findingsIn(text, format, path), [], text);
        if (format.permissions !== undefined) {
          const keyOf = (tool: string): string => format.tools[tool]?.permission ?? tool;
          for (const { id } of toolChoicesOf(format)) {
            const isGiven = verdict?.tools.effective.some((tool) => keyOf(tool) === id);
            assert.equal(isGiven, tools.includes(id), `${id}\n${text}`);
          }
        }
        if (verdict === undefined || format.creation?.limits !== undefined) return;
        const given = [...verdict.tools.effective, ...verdict.tools.withheld.map(({ name }) => name)];
        const always = format.creation?.always ?? [];
        const wanted = new Set([...tools.flatMap((tool) => expansionOf(tool, format)), ...always]);
        for (const tool of given) assert.ok(wanted.has(tool), `${tool} was not chosen\n${text}`);
        for (const tool of wanted) {
          const isGiven = given.some((one) => one === tool || format.alsoGives?.(one, tool) === true);
          assert.ok(isGiven, `${tool} is not given\n${text}`);
        }
      };
      for (const preset of presets) check(preset.id, usualTools(preset, format));
      fc.assert(
        fc.property(
          fc.constantFrom(...presets.map(({ id }) => id)),
          fc.subarray(ids, { minLength: Math.min(1, ids.length) }),
          check,
        ),
        { numRuns: 60 },
      );
    });

    it(`of ${format.id} is found by its host under its name`, () => {
      const { path, text } = written(format, 'implementer', undefined);
      if (format.beside === undefined) assert.ok(detect(`/w/${path}`).includes(format), path);
      const verdict = readAgent(text, format, `/w/${path}`).verdict();
      if (verdict !== undefined) assert.equal(verdict.name, 'my-agent');
      assert.deepEqual(findingsIn(text, format, path), []);
    });

    it(`of ${format.id} is the same text as a snippet, with its placeholders as tab stops`, () => {
      for (const { id } of presets) {
        const { text, snippet } = written(format, id, undefined);
        assert.equal(expandSnippet(snippet).text, text);
        assert.match(snippet, /\$\{1:\[/);
      }
    });
  }

  it('speaks only of what it may do', () => {
    const [format] = newAgentFormats;
    assert.ok(format);
    const bodyWith = (id: string, tools: readonly string[]): string => written(format, id, tools).text;
    assert.match(bodyWith('implementer', ['Read', 'Edit', 'Bash']), /Run the tests/);
    assert.doesNotMatch(bodyWith('implementer', ['Read', 'Edit']), /Run the tests/);
    assert.match(bodyWith('reviewer', ['Read']), /You are read-only/);
    assert.doesNotMatch(bodyWith('reviewer', ['Read', 'Edit']), /read-only/);
    assert.match(bodyWith('researcher', ['Read', 'WebFetch']), /on the web/);
    assert.doesNotMatch(bodyWith('researcher', ['Read']), /on the web/);
  });

  it('has a hint at each of its placeholders in the text', () => {
    const [format] = newAgentFormats;
    assert.ok(format);
    for (const { id } of presets) {
      const { text, path } = written(format, id, undefined);
      const { findings } = lint(readAgent(text, format, `/w/${path}`));
      const found = findings.filter(({ rule }) => rule === 'placeholder').map(({ span }) => span.start);
      const prose = text.slice(0, text.includes('```') ? text.indexOf('```') : undefined);
      for (const { index } of prose.slice(prose.indexOf('You ')).matchAll(/(?<=\s)\[\w+ \w+ [^\]]+\]/g))
        assert.ok(
          found.includes(prose.indexOf('You ') + index),
          text.slice(prose.indexOf('You ') + index, prose.indexOf('You ') + index + 60),
        );
    }
  });

  it('has no list of tools when nothing limits it', () => {
    for (const format of newAgentFormats)
      assert.doesNotMatch(written(format, 'reviewer', undefined).text, /^(?:tools|permission)\b/m);
  });

  it('keeps a name of any characters apart from its placeholders', () => {
    const name = ['a "b" \\ ‹c› $1 $', '{2:d} [e]'].join('');
    for (const id of ['codex', 'copilot-cli', 'vscode']) {
      const format = newAgentFormats.find((one) => one.id === id) ?? assert.fail(id);
      const { text, snippet, path } = written(format, 'api-expert', undefined, name);
      assert.equal(readAgent(text, format, `/w/${path}`).name(), name);
      assert.equal(expandSnippet(snippet).text, text);
      assert.match(path, /[/][\w.-]+$/);
    }
  });

  it('is refused where the host would not load it, or would give it other tools', () => {
    const refused = (id: string, tools: readonly string[], name?: string): string => {
      const result = file(newAgentFormats.find((one) => one.id === id) ?? assert.fail(id), 'reviewer', tools, name);
      return 'refused' in result ? result.refused : assert.fail(`${id} is not refused`);
    };
    assert.match(refused('claude-code', ['Read'], '-a'), /^`-a` is /);
    assert.match(refused('qwen-code', []), /^Qwen Code has no agent without tools\. Choose at least one\.$/);
    assert.match(refused('claude-code', ['Nonsense']), /Nonsense|no tool/);
    assert.match(refused('codex', [], 'a\ufdd0b\ufdd1'), /a character that is in no text/);
  });
});

describe('the name of a new agent', () => {
  const checked = (name: string): NameCheck =>
    checkName(claudeCode, 'file:///w/.claude/agents', name, indexOf([]), unknownWorkspace);

  it('never leads out of the folder', () => {
    for (const name of ['../x', '..', '..\\x', '/etc/x', '%2e%2e%2fx', 'a/b', '.', 'C\\x', '\uff0e\uff0e\uff0fx']) {
      const result = checked(name);
      assert.ok('uri' in result, name);
      assert.match(new URL(result.uri).pathname, /^\/w\/\.claude\/agents\/[^/\\]+\.md$/, name);
    }
  });

  it('has letters in the name of the file also where the name has none', () => {
    for (const name of ['😀', '…', '名前']) {
      const result = checked(name);
      if ('uri' in result) assert.match(decodeURIComponent(result.uri), /\/(?:agent|名前)\.md$/, name);
      else assert.match(result.refused, /name/);
    }
    assert.ok('uri' in checked('😀'));
  });

  it('is refused where Windows has no file for it', () => {
    for (const name of ['CON', 'nul', 'com1', 'LPT9.x'])
      assert.deepEqual(checked(name), { refused: `Windows cannot have a file with the name \`${name}.md\`.` });
    for (const name of ['console', 'com10', 'null']) assert.ok('uri' in checked(name), name);
  });
});

describe('a whole agent for an empty file', () => {
  it('has the name of the file, once to type', () => {
    for (const format of newAgentFormats) {
      const snippet = newAgentSnippet(format, '/w/some folder/code-reviewer.agent.md') ?? assert.fail(format.id);
      assert.match(snippet, /\$\{1:code-reviewer\}/);
      const typed = expandSnippet(snippet, { typed: new Map([[1, 'other']]) }).text;
      assert.doesNotMatch(typed, /code-reviewer/);
      assert.match(typed, /agent: "other"/);
    }
  });

  it('is not there for a format without agents', () => {
    const skill = hosts.flatMap(({ formats }) => formats).find(({ kind }) => kind === 'skill') ?? assert.fail();
    assert.equal(newAgentSnippet(skill, 'SKILL.md'), undefined);
  });
});
