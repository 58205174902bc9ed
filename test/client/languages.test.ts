/** What the extension contributes to agent files, under each language in which editors open them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { agentFiles, markFiles } from '../../client/src/agentFiles';
import { matchesGlob } from '../../server/core/workspace/glob';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly enablement?: string }[];
    readonly snippets: readonly { readonly language: string; readonly path: string }[];
    readonly grammars: readonly { readonly injectTo: readonly string[] }[];
    readonly semanticTokenScopes: readonly { readonly language: string; readonly scopes: unknown }[];
  };
}

const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { commands, snippets, grammars, semanticTokenScopes } = manifest.contributes;

/** Old versions of VS Code call agent files Markdown, new ones have a language for them. */
const [usual, own] = ['markdown', 'chatagent'];

describe('agent files in the editor', () => {
  it('have the same snippets, colors and commands under both languages', () => {
    const pathsOf = (language: string): readonly string[] =>
      snippets.filter((one) => one.language === language).map(({ path }) => path);
    assert.ok(pathsOf(own).length > 0);
    assert.deepEqual(pathsOf(own), pathsOf(usual));
    const scopesOf = (language: string): unknown =>
      semanticTokenScopes.find((one) => one.language === language)?.scopes;
    assert.deepEqual(scopesOf(own), scopesOf(usual));
    for (const { command, enablement = '' } of commands)
      assert.equal(enablement.includes(own), enablement.includes(usual), command);
    for (const language of [usual, own]) assert.ok(manifest.activationEvents.includes(`onLanguage:${language}`));
  });

  it('are colored by grammars that go into the grammar of both', () => {
    // That of the other language has a longer name, and is below it.
    for (const { injectTo } of grammars)
      assert.ok(injectTo.every((scope) => 'text.html.markdown.prompt'.startsWith(scope)));
  });

  it('are sent to the server by their path, whatever their language', () => {
    for (const path of [
      '/w/.github/agents/a.agent.md',
      '/w/.github/agents/a.chatmode.md',
      '/w/.github/agents/a.md',
      '/home/u/.copilot/agents/a.agent.md',
    ])
      for (const globs of [agentFiles, markFiles])
        assert.ok(
          globs.some((glob) => matchesGlob(path, glob)),
          path,
        );
  });
});
