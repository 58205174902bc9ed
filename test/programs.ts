/**
 * The programs of this package as they are shipped, built from the current sources by `node build.mjs unit`.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';

const folder = process.env['TESTED_PROGRAMS'] ?? assert.fail('these tests are run by `node build.mjs unit`');

export const programs = { server: join(folder, 'server.js'), cli: join(folder, 'cli.js') } as const;
