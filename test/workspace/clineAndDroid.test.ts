/** What is said about one name in several files of Cline, where the first wins, and of Factory droid, where the last does. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Where } from '../../server/core/workspace/tree';
import { agentText, type Files, seenFrom } from './files';

const where: Where = { user: ['/home/me/.cline', '/home/me/.factory'], repositories: ['/w'] };

const said = (path: string, files: Files): readonly string[] =>
  seenFrom(path, files, where)
    .findings(['name-taken', 'name-hides'])
    .map(({ rule, severity }) => `${severity} ${rule}`);

const named = (name: string): string => agentText(name, 'You review changes.');

describe('one name in several files', () => {
  it('means the first agent of Cline, in any case', () => {
    const first = '/w/.cline/agents/aaa.yaml';
    const second = '/w/.cline/agents/bbb.yml';
    const files = { [first]: named('twin'), [second]: named('Twin') };
    assert.deepEqual(said(first, files), ['information name-taken']);
    assert.deepEqual(said(second, files), ['warning name-taken']);
    const users = '/home/me/.cline/agents/c.yaml';
    assert.deepEqual(said(first, { [first]: named('twin'), [users]: named('twin') }), ['information name-hides']);
  });

  it('means the last droid of a folder, and that of the project before the personal one', () => {
    const first = '/w/.factory/droids/aaa.md';
    const second = '/w/.factory/droids/bbb.md';
    const files = { [first]: named('twin'), [second]: named('twin') };
    assert.deepEqual(said(first, files), ['warning name-taken']);
    assert.deepEqual(said(second, files), ['information name-taken']);
    const users = '/home/me/.factory/droids/c.md';
    assert.deepEqual(said(first, { [first]: named('twin'), [users]: named('twin') }), ['information name-hides']);
  });
});
