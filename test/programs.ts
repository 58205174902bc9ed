/**
 * The programs of this package as they are shipped, built from the current sources by `node build.mjs unit`.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const folder = process.env['TESTED_PROGRAMS'] ?? assert.fail('these tests are run by `node build.mjs unit`');

export const programs = { server: join(folder, 'server.js'), cli: join(folder, 'cli.js') } as const;

const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

/** Options of a test that needs other programs: it is skipped, with the reason, where one is missing. */
export const needs = (...names: readonly string[]): { readonly skip: string | false } => ({
  skip: names.every(has) ? false : `needs ${names.join(' and ')}`,
});
