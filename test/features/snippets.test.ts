/** Completion of snippets: where they are offered, in which order, and what they insert. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver-types';
import { agentOf, readAgent } from '../../server/core/agent/agent';
import { completionAt } from '../../server/core/features/completion/completion';
import { snippetPreview } from '../../server/core/features/completion/preview';
import { formatById } from '../../server/core/hosts/index';
import { newAgentFormats } from '../../server/core/index';
import { reportKeyOf } from '../../server/core/sectionKinds/reportKeys';
import { endpointPatterns, templatesFor } from '../../server/lsp/templates';
import { atCursor, format } from '../agent';
import { readMarks } from '../marks';
import { expandSnippet } from '../snippetExpand';

const templates = templatesFor('file:///a.md', undefined);
const head = '---\nname: a\ndescription: b\n---\n';

const inOrder = (items: readonly CompletionItem[]): readonly CompletionItem[] =>
  [...items].sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));

function offered(marked: string, reportKeys = [reportKeyOf('risk')]): readonly CompletionItem[] {
  const { file, offset } = atCursor(marked);
  return inOrder(completionAt(agentOf(file, format), offset, { snippets: true, templates, reportKeys }));
}

const labels = (marked: string): readonly string[] =>
  offered(marked)
    .map(({ label }) => label)
    .filter((label) => label.startsWith('agent-'));

const isEndpoint = (label: string): boolean => label.startsWith('agent-endpoint-');

describe('the snippets of parts', () => {
  it('are offered at the start of a line of the body', () => {
    for (const line of ['$0', 'ag$0', 'agent-$0', 'agent-acc$0', 'age$0nt'])
      for (const marked of [`${head}\n${line}\n`, `${head}\nx\n\n${line}\n\n## Scope\n`]) {
        const all = labels(marked);
        assert.equal(all.length, templates.length - 3, marked);
        assert.equal(new Set(all).size, all.length);
        assert.ok(all.includes('agent-access-restrictions') && all.some(isEndpoint));
      }
  });

  it('are offered nowhere else', () => {
    for (const marked of [
      `---\nname: a\nskills: $0\n---\n`,
      `---\nname: a\ncolor: $0\n---\n`,
      `---\nname: a\nagent-$0\n---\n`,
      `---\nname: a\n$0\n---\n`,
      `${head}\n\`\`\`\n$0\n\`\`\`\n`,
      `${head}\n\`\`\`\nagent-$0\n`,
      `${head}\n@agent-$0\n`,
      `${head}\n## agent-$0\n`,
      `${head}\n- agent-$0\n`,
      `${head}\n- a\n  agent-$0\n`,
      `${head}\nCall agent-$0\n`,
      `${head}\n> agent-$0\n`,
    ])
      assert.deepEqual(labels(marked), [], marked);
  });

  it('replace the word with its hyphens', () => {
    const item = offered(`${head}agent-acc$0\n`).find(({ label }) => label === 'agent-access-restrictions');
    assert.ok(item?.textEdit !== undefined && 'range' in item.textEdit);
    assert.deepEqual(item.textEdit.range, { start: { line: 4, character: 0 }, end: { line: 4, character: 9 } });
    assert.match(expandSnippet(item.textEdit.newText).text, /^## 🔒 ACCESS RESTRICTIONS\n/);
  });

  it('are not offered to a client that cannot insert them, or has them', () => {
    const { file, offset } = atCursor(`${head}$0\n`);
    const agent = agentOf(file, format);
    assert.deepEqual(completionAt(agent, offset, { templates }), []);
    assert.deepEqual(completionAt(agent, offset, { snippets: true }), []);
    assert.deepEqual(templatesFor('file:///a.md', 'everywhere'), []);
    assert.deepEqual(templatesFor('untitled:Untitled-1', 'untitled'), []);
    assert.ok(templatesFor('file:///a.md', 'untitled').length > 10);
  });

  it('of endpoints come first in their section until it contains code', () => {
    const first = (marked: string): boolean => isEndpoint(labels(marked)[0] ?? '');
    assert.ok(first(`${head}## Endpoint Pattern\n\n$0\n`));
    assert.ok(!first(`${head}## Endpoint Pattern\n\n$0\n\n\`\`\`ts\na()\n\`\`\`\n`));
    assert.ok(!first(`${head}## Database Patterns\n\n$0\n`));
  });

  it('are not offered in skills', () => {
    const skill = formatById('claude-code-skill');
    assert.ok(skill !== undefined);
    const { text, cursor = 0 } = readMarks('---\ndescription: b\n---\n\n$0\n');
    assert.deepEqual(completionAt(readAgent(text, skill, undefined), cursor, { snippets: true, templates }), []);
  });
});

describe('the report', () => {
  const REPORT = '```yaml\ncompletion_report:\n  agent: "a"\n  risk: "[risk]"\n```';
  const keys = [reportKeyOf('agent'), reportKeyOf('risk')];
  const textOf = (marked: string, label: string): string => {
    const item = offered(marked, keys).find((one) => one.label === label);
    return expandSnippet(item?.textEdit?.newText ?? assert.fail(`${label} is not offered`)).text;
  };

  it('is the one of the agent, in both snippets and under its own name', () => {
    assert.equal(textOf(`${head}agent-$0\n`, 'agent-completion-report'), `${REPORT}\n`);
    assert.equal(
      textOf(`${head}agent-$0\n`, 'agent-response-format'),
      `## Response Format\n\nFinish with this report:\n\n${REPORT}\n`,
    );
    assert.equal(textOf(`${head}## Response Format\n\ncomp$0\n`, 'completion_report'), REPORT);
  });

  it('is offered once', () => {
    const reports = (marked: string): readonly string[] =>
      offered(marked, keys)
        .map(({ label }) => label)
        .filter((label) => /completion.report/.test(label));
    assert.deepEqual(reports(`${head}## Response Format\n\n$0\n`), ['agent-completion-report']);
    assert.deepEqual(reports(`${head}## Response Format\n\ncomp$0\n`), ['completion_report']);
    assert.deepEqual(reports(`${head}## Response Format\n\nagent-c$0\n`), ['agent-completion-report']);
    assert.deepEqual(reports(`${head}## Scope\n\n$0\n`), ['agent-completion-report']);
  });

  it('comes first where it belongs, and is found there under its own name', () => {
    const [first] = offered(`${head}## Response Format\n\n$0\n`, keys);
    assert.equal(first?.label, 'agent-completion-report');
    assert.match(first?.filterText ?? '', /completion_report/);
  });
});

describe('a whole file', () => {
  for (const one of newAgentFormats) {
    it(`of ${one.id} comes first in an empty file, with the name of the file`, () => {
      for (const text of ['', 'agent-', 'a', '\n']) {
        const agent = readAgent(text, one, 'file:///w/x/my-agent.md');
        const [item] = inOrder(completionAt(agent, text.trim().length, { snippets: true, templates }));
        assert.equal(item?.label, 'agent-new', text);
        const whole = expandSnippet(item?.textEdit?.newText ?? '').text;
        assert.match(whole, /my-agent/);
        assert.doesNotMatch(whole, /\[my-agent\]/);
        assert.doesNotMatch(whole, /^agent-\n/);
      }
    });
  }

  it('replaces the dashes that are typed', () => {
    const items = offered('--$0');
    assert.deepEqual(
      items.map(({ label }) => label),
      ['agent-new', '--- agent frontmatter'],
    );
  });

  it('is not offered where there is anything else', () => {
    for (const marked of ['x y $0', 'x\n\n$0', `${head}$0`, '# x\n$0'])
      assert.ok(!labels(marked).includes('agent-new'), marked);
  });

  it('is a skill or a command where that is the kind of file', () => {
    for (const [id, label] of [
      ['claude-code-skill', 'agent-skill'],
      ['claude-code-command', 'agent-command'],
    ] as const) {
      const one = formatById(id);
      assert.ok(one !== undefined);
      for (const text of ['', 'agent-']) {
        const items = inOrder(
          completionAt(readAgent(text, one, undefined), text.length, { snippets: true, templates }),
        );
        assert.equal(items[0]?.label, label);
      }
    }
  });

  it('keeps a hostile file name a text', () => {
    const agent = readAgent('', format, 'file:///w/$1}%7B%60%5D%0Ax.md');
    const [item] = inOrder(completionAt(agent, 0, { snippets: true, templates }));
    assert.equal(item?.label, 'agent-new');
    assert.equal(typeof item?.documentation, 'string');
    assert.doesNotThrow(() => expandSnippet(item?.textEdit?.newText ?? ''));
  });
});

describe('the preview', () => {
  it('is what the snippet becomes', () => {
    for (const { body, prefix } of templates)
      assert.equal(snippetPreview(body), expandSnippet(body).text.trimEnd(), prefix);
    assert.ok(endpointPatterns.length > 3);
  });
});
