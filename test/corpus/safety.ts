/** Safe fixes over real files: none grants a tool, stops an agent from loading or removes a restriction. */
import { describe, it } from 'node:test';
import { assertSafeFixes } from '../fixes/safeFixes';
import { absent, realAgents } from './realFiles';

describe('safe fixes of the agents of the corpus', () => {
  it('grant no tool, keep every agent loading and never start to inherit every tool', { skip: absent }, () => {
    for (const { text, lint } of realAgents) assertSafeFixes(text, lint.findings);
  });
});
