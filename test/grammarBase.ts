/** Tokens of a text under VS Code's own grammars, or stand-ins for them, with and without the injections of this project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { standIn } from './grammarStandIn';

/** Characters of one line that share their scopes. */
export interface Token {
  /** Zero-based. */
  readonly line: number;
  readonly text: string;
  /** Outermost first, without the scope of the whole file. */
  readonly scopes: readonly string[];
}

/** The grammars that VS Code provides. */
export interface Base {
  readonly title: string;
  /** Grammar sources in JSON, by scope name. */
  readonly grammars: ReadonlyMap<string, string>;
}

export type Tokenise = (text: string) => readonly Token[];

const injectionNames: readonly string[] = [
  'agent-authoring.injection',
  'agent-authoring.tool-list.injection',
  'agent-authoring.tool.injection',
  'agent-authoring.completion-report.injection',
];

const ours: ReadonlyMap<string, string> = new Map(
  injectionNames.map((name) => [name, readFileSync(`syntaxes/${name}.json`, 'utf8')]),
);

/** The stand-in, and VS Code's grammars where a VS Code is on the machine. */
export function bases(): readonly Base[] {
  const folder = extensionsFolder();
  const small = { title: 'stand-in grammars', grammars: standIn };
  return folder === undefined ? [small] : [small, { title: 'the grammars of VS Code', grammars: builtIn(folder) }];
}

/** A tokenizer for agent files, as VS Code sets it up; `injected` says whether this extension is installed. */
export async function tokenizer({ grammars }: Base, injected: boolean): Promise<Tokenise> {
  await engine;
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (name) => {
      const source = grammars.get(name) ?? ours.get(name);
      return source === undefined ? null : textmate.parseRawGrammar(source, `${name}.json`);
    },
    // A grammar that is injected into a scope is injected into those below it too.
    getInjections: (name) => (injected && name.startsWith('text.html.markdown') ? [...injectionNames] : undefined),
  });
  const grammar = await registry.loadGrammar('text.html.markdown.prompt');
  if (grammar === null) throw new Error('no grammar for agent files');
  return (text) => {
    let state = textmate.INITIAL;
    return text.split(/\r\n|\r|\n/).flatMap((content, line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(content, state);
      state = ruleStack;
      return tokens.map(({ startIndex, endIndex, scopes }) => ({
        line,
        text: content.slice(startIndex, endIndex),
        scopes: scopes.slice(1),
      }));
    });
  };
}

const engine = oniguruma.loadWASM(readFileSync('node_modules/vscode-oniguruma/release/onig.wasm'));

function builtIn(folder: string): ReadonlyMap<string, string> {
  const sources = ['markdown-basics', 'prompt-basics', 'yaml', 'html'].flatMap((extension) => {
    const syntaxes = join(folder, extension, 'syntaxes');
    const files = existsSync(syntaxes) ? readdirSync(syntaxes).filter((file) => file.endsWith('.json')) : [];
    return files.map((file) => readFileSync(join(syntaxes, file), 'utf8'));
  });
  const found = new Map(sources.map((source) => [textmate.parseRawGrammar(source, 'x.json').scopeName, source]));
  const prompt = standIn.get('text.html.markdown.prompt') ?? '';
  return found.has('text.html.markdown.prompt') ? found : found.set('text.html.markdown.prompt', prompt);
}

/** The built-in extensions of the VS Code that the editor tests use, when it has been set up. */
function extensionsFolder(): string | undefined {
  const { VSCODE_HOST_DIR: named, XDG_CACHE_HOME: cacheHome } = process.env;
  const cache = join(cacheHome || join(homedir(), '.cache'), 'agent-authoring');
  const hosts = existsSync(cache) ? readdirSync(cache).filter((name) => name.startsWith('vscode-host-')) : [];
  return [
    ...(named ? [named] : []),
    ...hosts
      .sort()
      .reverse()
      .map((name) => join(cache, name)),
  ]
    .flatMap((host) => [join(host, 'node_modules/code-server/lib/vscode/extensions'), join(host, 'extensions'), host])
    .find((folder) => existsSync(join(folder, 'markdown-basics', 'syntaxes')));
}
