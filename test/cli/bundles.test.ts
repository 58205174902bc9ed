/** `cli.js` runs the bundles beside it as Node would. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { NEVER } from '../lsp/child';
import { programs } from '../programs';

/** What `cli.js` prints with this text as the bundle of the command line. */
function printed(t: TestContext, commandLine: string): string {
  const base = mkdtempSync(join(tmpdir(), 'agent-authoring-bundles-'));
  t.after(() => rmSync(base, { recursive: true, force: true }));
  const folder = join(base, 'ä #1 %20');
  mkdirSync(folder);
  cpSync(programs.cli, join(folder, 'cli.js'));
  writeFileSync(join(folder, 'commandLine.js'), commandLine);
  writeFileSync(join(folder, 'part.js'), 'exports.count = 0;');
  const options = { encoding: 'utf8', timeout: NEVER } as const;
  const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'cli.js')], options);
  assert.equal(stderr, '');
  return stdout;
}

describe('bundles', () => {
  it('are run once, in a folder of any name', (t) => {
    const bundle = `
      require('./part.js').count += 1;
      console.log(require('./part.js').count, require('node:path').basename(__dirname), this === module.exports);`;
    assert.equal(printed(t, bundle), '1 ä #1 %20 true\n');
  });

  it('are read again after a failure', (t) => {
    const bundle = `
      try { require('./late.js'); } catch ({ code }) { console.log(code); }
      require('node:fs').writeFileSync(__dirname + '/late.js', 'exports.isHere = true;');
      console.log(require('./late.js').isHere);`;
    assert.equal(printed(t, bundle), 'ENOENT\ntrue\n');
  });
});
