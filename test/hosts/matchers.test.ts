/** Matchers of hooks: which ones match no tool, or almost every tool, and what was meant. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { matcherFault } from '../../server/core/hosts/matchers';
import { format } from '../agent';

/** A matcher, and what was meant; null when nothing is suggested. */
const wrong: Readonly<Record<string, string | null>> = {
  bash: 'Bash',
  'bash|Write': 'Bash|Write',
  'Bash Read': 'Bash|Read',
  'Read Bash': 'Read|Bash',
  TodoWrite: null,
  '|': null,
  '(Bash|Edit': 'Bash|Edit',
  'Bash[': 'Bash',
  mcp__lib: 'mcp__lib__.*',
  mcp__lib__: 'mcp__lib__.*',
  'Agent(x)': 'Agent',
  'Bash(git *)': 'Bash',
  'Bash(git:*)|Write': 'Bash|Write',
  '[Bash, Write]': 'Bash|Write',
  MultiEdit: 'Edit',
  AskUserQuestion: null,
  '^bash$': null,
};

const right = [
  ...[
    '',
    '*',
    '.*',
    'Bash',
    'Edit|Write',
    'Edit|MultiEdit|Write',
    'Task',
    'Notebook.*',
    '^(Bash|Edit)$',
    'Edit|Notebook(Edit|Read)',
    'Bash,Read',
    'Bash, Read',
    ' Bash ',
    'Edit | Write',
    'Bash|TodoWrite',
  ],
  ...[
    'mcp__lib__get',
    'mcp__.*',
    'mcp__lib__.*',
    'mcp__lib-a__get',
    'SomethingNew',
    '(?=B)ash',
    '(a+)+$',
    '[A-Z].*',
    'Bash|'.repeat(60),
  ],
];

describe('matcherFault', () => {
  for (const [matcher, meant] of Object.entries(wrong))
    it(`reports ${matcher}`, () => {
      const fault = matcherFault(matcher, format);
      assert.ok(fault !== undefined);
      assert.equal(fault.meant ?? null, meant);
      assert.equal(fault.matches, matcher.startsWith('[') ? 'all' : /\|Write$/.test(matcher) ? 'some' : 'none');
    });

  for (const matcher of right)
    it(`does not report ${matcher.slice(0, 30) || 'an empty matcher'}`, () =>
      assert.equal(matcherFault(matcher, format), undefined));
});

describe('the recorded runs of matchers', () => {
  const { fired } = JSON.parse(readFileSync(join('test', 'hosts', 'facts', 'matchers.json'), 'utf8')) as {
    readonly fired: Readonly<Record<string, readonly string[]>>;
  };
  /** Matchers that match none of the three tools and are not reported: they may match another tool, or are not judged. */
  const silent = [
    'Ba',
    'Notebook',
    'Multi',
    'tool',
    'Write',
    'Edit, Write',
    'mcp__.*',
    'mcp__lib__.*',
    'KillBash',
    '-',
    'Bash-',
  ];
  const notJudged = ['Bash\\(git', 'Bash,.*'];

  for (const [matcher, tools] of Object.entries(fired))
    it(`agree with ${JSON.stringify(matcher)}`, () => {
      const fault = matcherFault(matcher, format);
      if (tools.length > 0)
        assert.ok(
          fault === undefined || fault.matches === 'some' || (fault.matches === 'all' && tools.length === 3),
          fault?.why,
        );
      else if (![...silent, ...notJudged].includes(matcher)) assert.equal(fault?.matches, 'none');
    });
});
