/** The playground and the documentation are for the web: neither package contains them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';

const { files, dependencies }: { readonly files: readonly string[]; readonly dependencies?: unknown } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);

/** Whether the package contains a path, by its list of files and folders. */
const contains = (path: string): boolean => files.some((one) => path === one || path.startsWith(`${one}/`));

it('the package contains neither the playground nor the site', () => {
  assert.ok(contains('dist/core.js') && contains('docs/rules/tool-removed.md'));
  for (const path of [
    'dist/playground/page.js',
    'dist/site/index.html',
    'client/playground/page.ts',
    'client/site/page.ts',
  ])
    assert.ok(!contains(path), path);
  assert.equal(dependencies, undefined);
});
