/** What the extension contributes to agent files, under each language in which editors open them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { agentFiles, markFiles } from '../../client/src/agentFiles';
import { matchesGlob } from '../../server/core/workspace/glob';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when: string }[]>>;
    readonly commands: readonly { readonly command: string; readonly enablement?: string }[];
    readonly snippets: readonly { readonly language: string; readonly path: string }[];
    readonly grammars: readonly { readonly injectTo: readonly string[] }[];
    readonly semanticTokenScopes: readonly { readonly language: string; readonly scopes: unknown }[];
  };
}

const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { commands, snippets, grammars, semanticTokenScopes } = manifest.contributes;

/** A file of every kind, with what VS Code calls its language. */
const samples: readonly (readonly [path: string, language: string])[] = [
  ['/w/.claude/agents/x.md', 'chatagent'],
  ['/w/.claude/skills/x/SKILL.md', 'skill'],
  ['/w/.claude/commands/x.md', 'markdown'],
  ['/w/.claude/output-styles/x.md', 'markdown'],
  ['/w/plugin/.claude-plugin/plugin.json', 'json'],
  ['/w/plugin/.claude-plugin/marketplace.json', 'json'],
  ['/w/.github/agents/x.agent.md', 'chatagent'],
  ['/w/.github/agents/sub/x.md', 'markdown'],
  ['/w/.opencode/agents/x.md', 'markdown'],
  ['/w/.opencode/commands/x.md', 'markdown'],
  ['/w/.kilo/agents/x.md', 'markdown'],
  ['/w/.gemini/agents/x.md', 'markdown'],
  ['/w/.qwen/agents/x.md', 'markdown'],
  ['/w/.codex/agents/x.toml', 'toml'],
  ['/w/.agents/skills/x/SKILL.md', 'skill'],
  ['/w/.cline/agents/x.yaml', 'yaml'],
  ['/w/.factory/droids/x.md', 'markdown'],
  ['/w/.cursor/agents/x.md', 'markdown'],
  ['/w/.kiro/agents/x.md', 'markdown'],
  ['/w/.augment/agents/x.md', 'markdown'],
];

/** Old versions of VS Code call agents and skills Markdown, new ones have languages for them. */
const [usual, own, ofSkills] = ['markdown', 'chatagent', 'skill'];

describe('agent files in the editor', () => {
  it('have the same snippets, colors and commands under each language', () => {
    const pathsOf = (language: string): readonly string[] =>
      snippets.filter((one) => one.language === language).map(({ path }) => path);
    const scopesOf = (language: string): unknown =>
      semanticTokenScopes.find((one) => one.language === language)?.scopes;
    assert.ok(pathsOf(usual).length > 0);
    for (const language of [own, ofSkills]) {
      assert.deepEqual(pathsOf(language), pathsOf(usual));
      assert.deepEqual(scopesOf(language), scopesOf(usual));
      for (const { command, enablement = '' } of commands)
        assert.equal(enablement.includes(language), enablement.includes(usual), command);
    }
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

  it('start the extension, with their folder or without it', () => {
    const { activationEvents } = manifest;
    const globs = activationEvents.flatMap((event) => /^workspaceContains:(.*)$/.exec(event)?.[1] ?? []);
    for (const [path, language] of samples) {
      assert.ok(
        globs.some((glob) => matchesGlob(path, glob)),
        path,
      );
      // A manifest is always opened with its plugin.
      if (language !== 'json') assert.ok(activationEvents.includes(`onLanguage:${language}`), language);
    }
  });
});

describe('the menu of a tab', () => {
  const items = manifest.contributes.menus['editor/title/context'] ?? [];
  const [, source = '', flags] = /^resourcePath =~ \/(.*)\/(i)$/.exec(items[0]?.when ?? '') ?? [];
  const pattern = new RegExp(source, flags);

  it('offers to convert agents, and to treat what looks like one as an agent', () => {
    assert.deepEqual(
      items.map(({ command }) => command),
      ['agentAuthoring.convertAgent', 'agentAuthoring.treatAsAgents'],
    );
    const agents = samples.filter(([path]) => /\/(?:agents|droids)\//.test(path)).map(([path]) => path);
    assert.ok(agents.length > 10);
    for (const path of [
      ...agents,
      '/w/.claude/agents/sub/x.md',
      'C:\\w\\.claude\\agents\\x.md',
      '/w/.cline/agents/x.YML',
    ])
      assert.match(path, pattern);
  });

  it('does not offer it for other files', () => {
    const others = samples.filter(([path]) => !/\/(?:agents|droids)\//.test(path)).map(([path]) => path);
    assert.ok(others.length > 3);
    for (const path of [
      ...others,
      '/w/README.md',
      '/w/agents/x.md',
      '/w/.claude/agents/x.txt',
      '/w/x.claude/agents/x.md',
      '/w/.gemini/agents/sub/x.md',
    ])
      assert.doesNotMatch(path, pattern);
  });
});
