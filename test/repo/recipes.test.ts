/** The recipes of the architecture, each applied to a copy: an entry in a table of a host, then `npm run generate`. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { build, type Plugin } from 'esbuild';

/** Text put after a line of a file; the line is found by what it begins with. */
interface Entry {
  readonly file: string;
  readonly after: RegExp;
  readonly text: string;
}

const evidence = "{ source: 'This test', checked: '2026-01-01', says: 'observed' }";

const field: Entry = {
  file: 'server/core/hosts/claudeCode/fields.ts',
  after: /^export const \w+ = \{\n/m,
  text: `recipeField: { summary: 'How often it tries again.', shape: { kind: 'integer', min: 1 }, default: 'once', onInvalid: 'ignores it', invalidSeverity: 'warning', example: '3', evidence: ${evidence} },\n`,
};
const tool: Entry = {
  file: 'server/core/hosts/claudeCode/tools.ts',
  after: /^export const \w+ = \{\n/m,
  text: `RecipeTool: { summary: 'Moves the session.', effect: 'state', subagents: 'always', evidence: ${evidence} },\n`,
};
const model: Entry = {
  file: 'server/core/hosts/claudeCode/choices.ts',
  after: /^ +aliases: \[\n/m,
  text: "{ value: 'recipe-model', summary: 'A model.' },\n",
};

/** Compiles a file of the copy with the entry in it. */
const withEntry = ({ file, after, text }: Entry): Plugin => ({
  name: 'with-entry',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      if (path !== resolve(file)) return undefined;
      const contents = readFileSync(path, 'utf8').replace(after, (line) => line + text);
      return { contents, loader: 'ts' };
    });
  },
});

/** What `npm run generate` would write in a copy with the entry, by path. */
async function generatedWith(entry: Entry): Promise<ReadonlyMap<string, string>> {
  assert.match(readFileSync(entry.file, 'utf8'), entry.after, `${entry.file} has another form`);
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { readFileSync } from 'node:fs';
        import { generatedFiles } from './server/node/generate/generated';
        const [manifest, readme] = ['package.json', 'README.md'].map((path) => readFileSync(path, 'utf8'));
        process.stdout.write(JSON.stringify([...generatedFiles({ manifest, readme })]));`,
      resolveDir: '.',
      loader: 'js',
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    plugins: [withEntry(entry)],
  });
  const input = outputFiles[0]?.text;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-'], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  assert.equal(status, 0, stderr);
  return new Map<string, string>(JSON.parse(stdout));
}

/** The files that change when the entry is made and that hold the name then and not before. */
async function gained(entry: Entry, name: RegExp): Promise<readonly string[]> {
  const files = await generatedWith(entry);
  return [...files]
    .filter(([path, text]) => name.test(text) && !name.test(readFileSync(path, 'utf8')))
    .map(([path]) => path)
    .filter((path) => !path.startsWith('docs/rules/'));
}

describe('an entry in a table of a host, after `npm run generate`,', () => {
  it('colors a new field', async () => {
    assert.deepEqual(await gained(field, /\brecipeField\b/), ['syntaxes/agent-authoring.injection.json']);
  });

  it('colors a new tool', async () => {
    assert.deepEqual(await gained(tool, /\bRecipeTool\b/), ['syntaxes/agent-authoring.tool.injection.json']);
  });

  it('offers a new model in the snippet for an agent', async () => {
    assert.deepEqual(await gained(model, /\brecipe-model\b/), ['snippets/agents.json']);
  });
});
