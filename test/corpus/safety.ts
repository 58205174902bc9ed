/** Safe fixes over real files: none grants a tool, loses an agent or takes a restriction away. */
import { describe, it } from 'node:test';
import { assertSafeFixes } from '../safeFixes';
import { absent, realAgents } from './realFiles';

describe('safe fixes of the agents of the corpus', () => {
  it('grant no tool, lose no agent and never begin to inherit every tool', { skip: absent }, () => {
    for (const { text, lint } of realAgents) assertSafeFixes(text, lint.findings);
  });
});
