/** Each host but the first can be taken out: without its folder and its line in the registry the rest compiles and knows it no more. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hosts } from '../../server/core/hosts/index';
import { startChecker } from '../recipes/compile';
import { tracesOf, withoutHost } from '../recipes/hosts';
import { HOST_REGISTRY, NEW_HOSTS } from '../repo/layout';
import { readRepository, withAppended } from '../repo/sources';

const files = readRepository();
const check = startChecker();

const PROJECTS = ['server/core/tsconfig.json', 'server/tsconfig.json', 'server/browser/tsconfig.json'];

/** Spellings of a host's name in code and texts: `Gemini CLI`, `gemini-cli`, `geminiCli`. */
const spellings = (name: string): readonly string[] => [name, name.replaceAll(' ', '-'), name.replaceAll(' ', '')];

for (const { id, name } of hosts.slice(1)) {
  const folder = `${NEW_HOSTS}${id.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())}/`;

  describe(`the core without ${name}`, () => {
    const without = withoutHost(files, folder, HOST_REGISTRY);

    it('compiles', () => assert.deepEqual(check(without, ...PROJECTS), []));

    it('has no trace of it', () => {
      assert.deepEqual(tracesOf(without, spellings(name)), []);
      assert.ok(!(without.get(HOST_REGISTRY)?.text ?? '').includes(folder.split('/').at(-2) ?? folder));
    });

    it('would be caught with a trace', () => {
      const left = withAppended(without, 'server/core/rules/limit.ts', `// ${name} reads less.`);
      assert.notDeepEqual(tracesOf(left, spellings(name)), []);
    });
  });
}
