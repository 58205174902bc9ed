/** Document highlights: the mentions that are marked with the one under the cursor. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { agentOf } from '../../server/core/agent/agent';
import { highlightsAt } from '../../server/core/features/highlight';
import { positionAt } from '../../server/core/text/source';
import { atCursor, format } from '../agent';

const withBody = (frontMatter: string, body: string): string => `---\nname: a\n${frontMatter}\n---\n${body}`;

/** The text with `«…»` around write highlights and `‹…›` around read highlights. */
function shown(marked: string): string {
  const { file, text, offset } = atCursor(marked);
  const marks = new Map<string, string>();
  const key = ({ line, character }: { readonly line: number; readonly character: number }): string =>
    `${line}:${character}`;
  for (const { range, kind } of highlightsAt(agentOf(file, format), offset)) {
    const isWrite = kind === DocumentHighlightKind.Write;
    marks.set(key(range.start), isWrite ? '«' : '‹');
    marks.set(key(range.end), isWrite ? '»' : '›');
  }
  return Array.from({ length: text.length + 1 }, (_, at) => {
    return (marks.get(key(positionAt(file.source, at))) ?? '') + text.charAt(at);
  }).join('');
}

const table: readonly (readonly [string, string, string])[] = [
  [
    'a tool in both lists and in the body',
    withBody('tools: Re$0ad, Bash(git:*)\ndisallowedTools:\n  - Read', 'Use `Read`, not `Bash` or Read.\n'),
    withBody('tools: «Read», Bash(git:*)\ndisallowedTools:\n  - «Read»', 'Use ‹Read›, not `Bash` or Read.\n').replace(
      '‹Read›',
      '`‹Read›`',
    ),
  ],
  [
    'a tool from the body, without its pattern',
    withBody('tools: Read, Bash(git:*)', 'Use `Ba$0sh(ls)`.\n'),
    withBody('tools: Read, «Bash»(git:*)', 'Use `‹Bash›(ls)`.\n'),
  ],
  [
    'a tool under its old name',
    withBody('tools: Ta$0sk, Read', '`Agent`\n'),
    withBody('tools: «Task», Read', '`‹Agent›`\n'),
  ],
  ['a key', withBody('too$0ls: Read', '`tools`\n'), withBody('«tools»: Read', '`tools`\n')],
  [
    'a key that is there twice',
    withBody('model: opus\nmod$0el: haiku', ''),
    withBody('«model»: opus\n«model»: haiku', ''),
  ],
  ['a nested key', withBody('hooks:\n  St$0op: []', ''), withBody('hooks:\n  «Stop»: []', '')],
  [
    'a mention',
    withBody('model: opus', 'Ask @rev$0iewer, then @reviewer, not @other.\n'),
    withBody('model: opus', 'Ask @‹reviewer›, then @‹reviewer›, not @other.\n'),
  ],
  [
    'a tag',
    withBody('model: opus', '<a>\n<b x="1">\n</$0b>\n</a>\n'),
    withBody('model: opus', '<a>\n<‹b› x="1">\n</‹b›>\n</a>\n'),
  ],
  ['a tag that closes on its line', withBody('model: opus', '<$0a>b</a>\n'), withBody('model: opus', '<‹a›>b</‹a›>\n')],
  ['nothing in prose', withBody('tools: Read', 'Re$0ad this.\n'), withBody('tools: Read', 'Read this.\n')],
  [
    'nothing in code that names no tool',
    withBody('tools: Read', '`n$0pm`, `npm`\n'),
    withBody('tools: Read', '`npm`, `npm`\n'),
  ],
  [
    'nothing in a fence',
    withBody('tools: Read', '```\n<a$0>\n</a>\n```\n'),
    withBody('tools: Read', '```\n<a>\n</a>\n```\n'),
  ],
];

describe('highlightsAt', () => {
  for (const [what, marked, expected] of table) it(`shows ${what}`, () => assert.equal(shown(marked), expected));
});
