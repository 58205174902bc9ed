/**
 * Inserting a missing section: which sections are offered, and where they are inserted. Long because it tests each form and
 * place of a section.
 */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { CodeAction } from 'vscode-languageserver-types';
import { agentOf } from '../../server/core/agent/agent';
import { INSERT_SECTION_KIND, sectionActionsIn } from '../../server/core/features/actions/insertSection';
import { catalogue } from '../../server/core/sectionKinds/catalogue';
import { knownSections } from '../../server/core/sectionKinds/known';
import { usualSections } from '../../server/core/sectionKinds/usual';
import type { AgentFile } from '../../server/core/syntax/tree';
import { document } from '../../server/core/text/document';
import { applyEdits } from '../../server/core/text/edits';
import { offsetAt } from '../../server/core/text/source';
import { atCursor, fileOf, format } from '../agent';

const uri = 'file:///w/.claude/agents/a.md';

function offered(
  marked: string,
  options: { readonly only?: readonly string[]; readonly invoked?: boolean } = { only: ['refactor'] },
) {
  const { file, offset } = atCursor(marked);
  const { only, invoked = true } = options;
  return sectionActionsIn(agentOf(file, format), { start: offset, end: offset }, { uri, only, invoked });
}

const titles = (...[marked, options]: Parameters<typeof offered>): readonly string[] =>
  offered(marked, options).map(({ title }) => /“(.*)”/.exec(title)?.[1] ?? title);

function applied(file: AgentFile, action: CodeAction | undefined): string {
  const edits = action?.edit?.changes?.[uri] ?? assert.fail('there is no such action');
  return applyEdits(
    file.source.text,
    edits.map(({ range, newText }) => ({
      span: { start: offsetAt(file.source, range.start), end: offsetAt(file.source, range.end) },
      newText,
    })),
  );
}

/** The text after the section was inserted, with `…` for its template. */
function inserted(marked: string, title: string): string {
  const { file } = atCursor(marked);
  const kind = catalogue.find((one) => one.title === title);
  const action = offered(marked).find((one) => one.title.includes(`“${title}”`));
  const template = (kind?.template ?? '').trimEnd();
  return applied(file, action).replaceAll('\r\n', '\n').replace(template, '…');
}

/** The kinds of the sections of a text; a template may hold tags that are sections too. */
const titlesIn = (text: string): readonly string[] => knownSections(fileOf(text)).map(({ kind }) => kind.title);

const frontMatter = '---\nname: a\n---\n';

describe('sectionActionsIn', () => {
  it('offers at most five, sub-sections of the section at the cursor first', () => {
    const found = titles(`${frontMatter}## Access Restr$0ictions\n`);
    assert.deepEqual(found.slice(0, 2), ['Allowed Access', 'Forbidden Access']);
    assert.deepEqual(found.slice(2), ['Task Execution Protocol', 'Core Expertise', 'Response Format']);
    assert.deepEqual(titles(`${frontMatter}## Workflow\n\nx$0\n`).includes('Task Execution Protocol'), false);
    for (const there of ['**Workflow:**\n\nx', '<workflow>\nx\n</workflow>'])
      assert.deepEqual(titles(`${frontMatter}${there}$0\n`).includes('Task Execution Protocol'), false);
  });

  it('offers nothing in the frontmatter and in prose, unless refactorings are requested', () => {
    assert.deepEqual(titles('---\nna$0me: a\n---\n'), []);
    assert.deepEqual(titles(`${frontMatter}x$0\n`, { invoked: true }), []);
    assert.equal(titles(`${frontMatter}x\n$0\ny\n`, { invoked: true }).length, 5);
    assert.deepEqual(titles(`${frontMatter}x\n$0\ny\n`, { invoked: false }), []);
    assert.equal(titles(`${frontMatter}x$0\n`, { invoked: false, only: ['refactor'] }).length, 5);
    assert.equal(titles(`${frontMatter}## X$0\ny\n`, { invoked: false }).length, 5);
    assert.deepEqual(titles(`${frontMatter}## X\ny$0\n`, { invoked: false }), []);
  });

  it('offers no section for an existing report', () => {
    const report = '```yaml\ncompletion_report:\n  agent: a\n```\n';
    assert.ok(titles(`${frontMatter}## Response For$0mat\n`).includes('Completion Report'));
    for (const text of [`${frontMatter}## Response For$0mat\n\n${report}`, `${frontMatter}${report}\n## Ro$0le\n`])
      assert.ok(!titles(text).some((title) => title === 'Completion Report' || title === 'Response Format'), text);
  });

  it('respects the requested kinds', () => {
    for (const only of [['refactor'], ['refactor.rewrite'], [INSERT_SECTION_KIND]])
      assert.equal(titles(`${frontMatter}x$0`, { only }).length, 5);
    for (const only of [['quickfix'], ['refactor.extract'], ['source'], []])
      assert.deepEqual(titles(`${frontMatter}x$0`, { only }), []);
  });

  const places: readonly (readonly [string, string, string, string])[] = [
    [
      'after the section before',
      document`
        ${frontMatter}$0## Role

        x

        ## Examples

        y
        `,
      'Core Expertise',
      document`
        ${frontMatter}## Role

        x

        ## Core Expertise

        …

        ## Examples

        y
        `,
    ],
    [
      'before the section after',
      `${frontMatter}$0Intro.\n\n## Examples\n`,
      'Core Expertise',
      document`
        ${frontMatter}Intro.

        ## Core Expertise

        …

        ## Examples
        `,
    ],
    [
      'after all sub-sections',
      `${frontMatter}$0## Role\n### A\nx\n# End\n`,
      'Core Expertise',
      document`
        ${frontMatter}## Role
        ### A
        x

        ## Core Expertise

        …

        # End
        `,
    ],
    [
      'at the end of the body',
      `${frontMatter}$0Intro.`,
      'Core Expertise',
      `${frontMatter}Intro.\n\n## Core Expertise\n\n…`,
    ],
    [
      'at the end of a body with a line end',
      `${frontMatter}$0Intro.\n`,
      'Core Expertise',
      document`
        ${frontMatter}Intro.

        ## Core Expertise

        …
        `,
    ],
    ['in an empty body', `${frontMatter}$0`, 'Core Expertise', `${frontMatter}\n## Core Expertise\n\n…\n`],
    [
      'at the top of a body',
      `${frontMatter}$0## Examples\n`,
      'Core Expertise',
      document`
        ${frontMatter}
        ## Core Expertise

        …

        ## Examples
        `,
    ],
    [
      'at the level of the others',
      `${frontMatter}$0# Role\n\nx\n`,
      'Core Expertise',
      document`
        ${frontMatter}# Role

        x

        # Core Expertise

        …
        `,
    ],
    [
      'below its parent, between the sections there',
      document`
        ${frontMatter}## Access Restr$0ictions

        ### ❌ Forbidden Access

        - x

        ## Role
        `,
      'Allowed Access',
      document`
        ${frontMatter}## Access Restrictions

        ### ✅ Allowed Access

        …

        ### ❌ Forbidden Access

        - x

        ## Role
        `,
    ],
    [
      'one level below its parent',
      `${frontMatter}# Access Restr$0ictions\nx\n# Role\n`,
      'Allowed Access',
      document`
        ${frontMatter}# Access Restrictions
        x

        ## Allowed Access

        …

        # Role
        `,
    ],
    [
      'with emoji where the others have them',
      `${frontMatter}$0## 🎭 Role\n\n## 💡 Examples\n`,
      'Core Expertise',
      document`
        ${frontMatter}## 🎭 Role

        ## 🧠 Core Expertise

        …

        ## 💡 Examples
        `,
    ],
    [
      'before the mark of a quote',
      `${frontMatter}$0Intro.\n\n> ## Examples\n`,
      'Core Expertise',
      document`
        ${frontMatter}Intro.

        ## Core Expertise

        …

        > ## Examples
        `,
    ],
    [
      'as a bold line beside bold lines',
      document`
        ${frontMatter}## Bound$0aries

        **Will:**
        - x

        ## Examples
        `,
      'Forbidden Access',
      document`
        ${frontMatter}## Boundaries

        **Will:**
        - x

        **Forbidden Access:**

        …

        ## Examples
        `,
    ],
    [
      'as a bold line before another one, without a colon like it',
      `${frontMatter}## Bound$0aries\n\n**Will not**\n- x\n`,
      'Allowed Access',
      document`
        ${frontMatter}## Boundaries

        **Allowed Access**

        …

        **Will not**
        - x
        `,
    ],
    [
      'as a tag where the sections are tags',
      document`
        ${frontMatter}<role>
        x
        </role>

        <workf$0low>
        y
        </workflow>
        `,
      'Core Expertise',
      document`
        ${frontMatter}<role>
        x
        </role>

        <core_expertise>
        …
        </core_expertise>

        <workflow>
        y
        </workflow>
        `,
    ],
    [
      'inside the tag that it belongs to',
      `${frontMatter}<bounda$0ries>\n\nx\n</boundaries>\n`,
      'Allowed Access',
      document`
        ${frontMatter}<boundaries>

        x

        ## Allowed Access

        …

        </boundaries>
        `,
    ],
  ];
  for (const [where, marked, title, expected] of places) {
    it(`inserts ${where}`, () => assert.equal(inserted(marked, title), expected));

    it(`inserts ${where}, with CRLF`, () => {
      const { file } = atCursor(marked.replaceAll('\n', '\r\n'));
      const action = offered(marked.replaceAll('\n', '\r\n')).find((one) => one.title.includes(`“${title}”`));
      assert.ok(!/[^\r]\n/.test(applied(file, action)));
    });
  }

  it('does not insert into an unclosed code block', () => {
    assert.deepEqual(titles(`${frontMatter}$0Intro.\n\n\`\`\`sh\nls\n`), []);
  });

  it('ranks all top-level sections, each once', () => {
    const free = catalogue.filter(({ parent }) => parent === undefined).map(({ id }) => id);
    assert.deepEqual([...usualSections].sort(), free.sort());
  });

  it('adds exactly the offered section to every file of the corpus', (t) => {
    const corpus = '../shared/corpus/agents';
    if (!existsSync(corpus)) return t.skip(`no corpus at ${corpus}`);
    let count = 0;
    for (const entry of readdirSync(corpus, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.md')) continue;
      const file = fileOf(readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8'));
      const end = file.source.text.length;
      const [action] = sectionActionsIn(
        agentOf(file, format),
        { start: end, end },
        { uri, only: ['refactor'], invoked: true },
      );
      if (action === undefined) continue;
      count++;
      const before = titlesIn(file.source.text);
      const after = titlesIn(applied(file, action));
      const wanted = /“(.*)”/.exec(action.title)?.[1] ?? '';
      const inIt = catalogue.filter(({ title }) => title === wanted).flatMap(({ template }) => titlesIn(template));
      assert.deepEqual([...before, wanted, ...inIt].sort(), [...after].sort(), entry.name);
    }
    t.diagnostic(`${count} files got a section`);
    assert.ok(count > 1_000);
  });
});
