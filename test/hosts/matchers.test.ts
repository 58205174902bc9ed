/** Matchers of hooks: which ones match no tool, or almost every tool, and what was meant. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { matcherFault } from '../../server/core/hosts/matchers';
import { format } from '../agent';

/** A matcher, and what was meant; null when nothing is suggested. */
const wrong: Readonly<Record<string, string | null>> = {
  bash: 'Bash',
  'bash|Write': 'Bash|Write',
  'Bash Read': 'Bash|Read',
  'Bash, Read': 'Bash|Read',
  '(Bash|Edit': 'Bash|Edit',
  'Bash[': 'Bash',
  mcp__lib: 'mcp__lib__.*',
  mcp__lib__: 'mcp__lib__.*',
  'Agent(x)': 'Agent',
  'Bash(git *)': 'Bash',
  'Bash(git:*)|Write': 'Bash',
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
      assert.equal(fault.matchesAll, matcher.startsWith('['));
    });

  for (const matcher of right)
    it(`does not report ${matcher.slice(0, 30) || 'an empty matcher'}`, () =>
      assert.equal(matcherFault(matcher, format), undefined));
});
