/**
 * * The invariants of the architecture, each with broken copies of the repository that it must report, and copies that it must
 * not. Long because it is one table of invariants.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { adds, type Breach, both, replaces, writes } from './repo/broken';
import { exportsAreUsed } from './repo/exports';
import { clientStandsAlone, importsGoDown, noCycles } from './repo/floors';
import { generatedIsFresh } from './repo/generated';
import { groundNamesNoHost, hostsAreSealed, textsNameNoHost } from './repo/hosts';
import { namesAreData } from './repo/names';
import { offsetsBelowFeatures } from './repo/offsets';
import { buildStartsWithoutPackages, nothingIsExecuted, packagesHavePlaces } from './repo/packages';
import { propertiesAreTested } from './repo/properties';
import { coreCompilesAlone, coreIsPure, serverStateIsNamed } from './repo/purity';
import { featuresStandAlone, featuresTakeOnlyFindings, rulesStandAlone } from './repo/rulesAndFeatures';
import { type Invariant, readRepository, type Violation } from './repo/sources';
import { noListBecomesArguments } from './repo/spreads';
import {
  filesAreSmall,
  filesSayWhatTheyAreFor,
  layoutHolds,
  noConflictIsLeft,
  nothingIsSuppressed,
  wordsArePlain,
} from './repo/targets';
import { textsAreTranslated, translationsAreWhole } from './repo/translations';
import { namesOf, type Vocabulary, vocabularies } from './repo/vocabulary';

const files = readRepository();

interface Case {
  readonly invariant: Invariant;
  /** Each must be reported at its path. */
  readonly broken: readonly Breach[];
  /** Each looks like a violation but is not. */
  readonly fine?: readonly Breach[];
}

const lines = (count: number): string =>
  `/** A file of statements. Long because it is broken. */\n${'void 0;\n'.repeat(count)}`;

/** A host with names that this program uses in other meanings. */
const otherHost: Vocabulary = {
  host: 'Other Agents',
  fields: new Set(['name', 'kind', 'mode', 'target', 'agents', 'model', 'tools', 'max_turns', 'argument-hint']),
  others: new Map([
    ...['read_file', 'replace', 'list', 'read', '*'].map((name) => [name, 'tool'] as const),
    ...['auto', 'flash', 'flash-lite'].map((name) => [name, 'model'] as const),
  ]),
};

/** A file imports from the folder of a host. */
const importsHost = (at: string, from: string): Breach =>
  both(
    (files.has(at) ? adds : writes)(at, `import { fields } from '${from}';`),
    writes('server/core/hosts/madeUp/fields.ts', 'export const fields = {};'),
  );

const cases: Readonly<Record<string, Case>> = {
  'I1: a floor imports only floors below it': {
    invariant: importsGoDown,
    broken: [
      adds('server/core/text/span.ts', "import { parse } from '../syntax/parse';"),
      adds('server/core/syntax/frontMatter/guard.ts', "import type { Format } from '../../hosts/host';"),
      adds('server/core/hosts/lookup.ts', "export { catalogue } from '../sectionKinds/catalogue';"),
      adds('server/core/rules/limit.ts', "import { lint } from '../lint';"),
      adds('server/core/lint/lint.ts', "import '../features/hover/hover';"),
      adds('server/core/features/hover/hover.ts', "import { parse } from '../../index';"),
      adds('server/cli/main.ts', "import type { Session } from '../lsp/session';"),
      adds('server/lsp/server.ts', "import { readText } from '../node/files';"),
      adds('server/core/lint/lint.ts', "const later = () => import('../features/hover/hover');"),
      adds('server/lsp/server.ts', "import { agent } from '../../test/agent';"),
      adds('server/browser/lspMain.ts', "import { readText } from '../node/files';"),
      writes('server/core/utils.ts', 'export const nothing = 0;'),
    ],
    fine: [
      adds('server/core/rules/limit.ts', "import { parse } from '../syntax/parse';"),
      adds('server/core/text/span.ts', "// import { parse } from '../syntax/parse';"),
      adds('server/core/text/span.ts', 'const text = "import { parse } from \'../syntax/parse\'";'),
    ],
  },
  'I1: the client shares nothing with the server but the protocol': {
    invariant: clientStandsAlone,
    broken: [
      adds('client/src/client.ts', "import { lint } from '../../server/core/index';"),
      adds('client/src/commands/place.ts', "import type { Span } from '../../../server/core/text/span';"),
      adds('client/src/client.ts', "import type { Checked } from '../../server/playground/messages';"),
      adds('client/playground/page.ts', "import { Checked } from '../../server/playground/messages';"),
      adds('client/playground/page.ts', "import type { Problem } from '../../server/api/index';"),
    ],
    fine: [adds('client/playground/page.ts', "import type { Program } from '../../server/playground/messages';")],
  },
  'I1: no import goes in a circle': {
    invariant: noCycles,
    broken: [
      both(
        writes('server/core/text/a.ts', "import { b } from './b';"),
        writes('server/core/text/b.ts', "import { a } from './a';"),
      ),
      both(
        writes('test/one.ts', "export type { Two } from './two';"),
        writes('test/two.ts', "export type { One } from './one';"),
      ),
      writes('client/src/self.ts', "import { self } from './self';"),
    ],
    fine: [writes('server/core/text/a.ts', "import { span } from './span';")],
  },
  'I1: rules never import rules, and the index lists them all': {
    invariant: rulesStandAlone,
    broken: [
      adds('server/core/rules/tool-case.ts', "import { toolRemoved } from './tool-removed';"),
      adds('server/core/rules/tool-case.ts', "import { rules } from './index';"),
      writes('server/core/rules/lost.ts', "export const lost: Rule = { id: 'lost' };"),
      replaces('server/core/rules/tool-case.ts', "id: 'tool-case'", "id: 'tool-chest'"),
      writes('server/core/rules/lost.ts', 'export const lost: Rule = {};'),
    ],
    fine: [adds('server/core/rules/tool-case.ts', "import type { Rule as Same } from './rule';")],
  },
  'I1: features never import features': {
    invariant: featuresStandAlone,
    broken: [
      adds('server/core/features/hover/hover.ts', "import { completionAt } from '../completion/completion';"),
      adds('server/core/features/cursorContext.ts', "import { hoverAt } from './hover/hover';"),
    ],
    fine: [adds('server/core/features/hover/hover.ts', "import { rangeOf } from '../ranges';")],
  },
  'I1: features take nothing from rules and findings but the type of a finding': {
    invariant: featuresTakeOnlyFindings,
    broken: [
      adds('server/core/features/hover/hover.ts', "import { rules } from '../../rules/index';"),
      adds('server/core/features/hover/hover.ts', "import type { Example, Rule } from '../../rules/rule';"),
      adds('server/core/features/hover/hover.ts', "import * as all from '../../rules/index';"),
      adds('server/core/features/hover/hover.ts', "type Frame = import('../../rules/rule').Rule;"),
      adds('server/core/features/hover/hover.ts', "import { missingField } from '../../findings/missingField';"),
    ],
    fine: [adds('server/core/features/hover/hover.ts', "import type { Finding } from '../../findings/finding';")],
  },
  'I9: no list becomes arguments': {
    invariant: noListBecomesArguments,
    broken: [
      adds('server/core/lint/lint.ts', 'const all = (to: number[], some: number[]) => to.push(0, ...some);'),
      adds('server/core/lint/lint.ts', 'function most(some: number[]) { return 1 + Math.max(...some); }'),
      adds('server/core/text/span.ts', 'const of = (some: number[]) => new Array(...some);'),
    ],
    fine: [
      adds('server/core/lint/lint.ts', 'const all = (some: number[]) => new Set([0, ...some]);'),
      adds('server/core/lint/lint.ts', 'const all = (some: object) => Object.keys({ ...some });'),
      adds('server/core/lint/lint.ts', 'const most = Math.max(...[1, 2].map((one) => one + 1));'),
      adds('server/core/lint/lint.ts', 'const all = (...some: number[]) => some;'),
      adds('server/cli/main.ts', 'const most = (some: number[]) => Math.max(...some);'),
    ],
  },
  'I2: the core is pure and synchronous': {
    invariant: coreIsPure,
    broken: [
      adds('server/core/lint/lint.ts', 'let count = 0;'),
      adds('server/core/lint/lint.ts', 'export let count = 0;'),
      adds('server/core/lint/lint.ts', 'const cache = new Map<string, string>();'),
      adds('server/core/lint/lint.ts', 'export const seen = new WeakSet();'),
      adds('server/core/lint/lint.ts', 'export const found = [];'),
      adds('server/core/lint/lint.ts', 'const word = /a/g;'),
      adds('server/core/lint/lint.ts', 'class Counter { static count = 0; }'),
      adds('server/core/lint/lint.ts', 'const patterns = { word: [/a/y] };'),
      adds('server/core/lint/lint.ts', 'const later = async () => 1;'),
      adds('server/core/lint/lint.ts', 'class Later { async get() {} }'),
      adds('server/core/lint/lint.ts', 'async function* all() { for await (const one of []) yield one; }'),
      adds('server/core/lint/lint.ts', 'const later = (): Promise<void> => Promise.resolve();'),
      adds('server/core/lint/lint.ts', "function fail(): never { throw new Error('no'); }"),
      adds('server/core/lint/lint.ts', 'const now = () => Date.now();'),
      adds('server/core/lint/lint.ts', 'const dice = () => Math.random();'),
    ],
    fine: [
      adds('server/core/text/edits.ts', "function fail(): never { throw new Error('no'); }"),
      adds(
        'server/core/lint/lint.ts',
        'function count(): number { let n = 0; for (let i = 0; i < 3; i++) n++; return n; }',
      ),
      adds('server/core/lint/lint.ts', 'const names: ReadonlySet<string> = new Set([]);'),
      adds('server/core/lint/lint.ts', "export const names = ['a'] as const;"),
      adds('server/core/lint/lint.ts', 'const all = (text: string): readonly unknown[] => [...text.matchAll(/a/g)];'),
      adds('server/core/lint/lint.ts', 'export interface Dated { readonly Date: string }'),
      adds('server/core/lint/lint.ts', 'const text = `let x = async () => throw`; // await, throw'),
    ],
  },
  'I2: the compiler sees neither Node nor a browser in the core': {
    invariant: coreCompilesAlone,
    broken: [
      writes(
        'server/core/tsconfig.json',
        '{ "extends": "../../.tsconfig.base.json", "compilerOptions": { "types": ["node"] } }',
      ),
      writes(
        'server/core/tsconfig.json',
        '{ "extends": "../../.tsconfig.base.json", "compilerOptions": { "lib": ["es2023", "dom"] } }',
      ),
      writes('server/core/tsconfig.json', '{ "compilerOptions": { "lib": ["es2023"] } }'),
    ],
  },
  'I3: each package is imported where it belongs': {
    invariant: packagesHavePlaces,
    broken: [
      adds('server/core/rules/limit.ts', "import { parse } from 'yaml';"),
      adds('server/core/rules/limit.ts', "import type { Document } from 'yaml';"),
      adds('server/core/syntax/frontMatter/split.ts', "import { parse } from 'yaml';"),
      adds('server/core/syntax/frontMatter/yaml.ts', "import matter from 'gray-matter';"),
      adds('server/core/features/hover/hover.ts', "import type { Hover } from 'vscode-languageserver';"),
      adds('server/core/rules/rule.ts', "import type { Range } from 'vscode-languageserver-types';"),
      adds('server/lsp/server.ts', "import { createConnection } from 'vscode-languageserver/node';"),
      adds('server/lsp/server.ts', "import { Uri } from 'vscode';"),
      adds('server/cli/main.ts', "import { readFileSync } from 'node:fs';"),
      adds('server/core/lint/lint.ts', "import { join } from 'path';"),
      adds('server/node/files.ts', "import picomatch from 'picomatch';"),
      adds('client/src/client.ts', "import { parse } from 'yaml';"),
    ],
    fine: [adds('server/core/syntax/frontMatter/split.ts', "import type { ErrorCode } from 'yaml';")],
  },
  'the build script starts before packages are installed': {
    invariant: buildStartsWithoutPackages,
    broken: [
      adds('build.mjs', "import * as esbuild from 'esbuild';"),
      adds('client/package/run.mjs', "export { build } from 'esbuild';"),
      both(
        adds('client/package/archive.mjs', ''),
        adds('build.mjs', "import { packAgain } from './client/package/archive.mjs';"),
      ),
    ],
    fine: [adds('build.mjs', "const esbuild = await import('esbuild');")],
  },
  'I4: below the features positions are offsets': {
    invariant: offsetsBelowFeatures,
    broken: [
      adds('server/core/rules/limit.ts', "import { positionAt } from '../text/source';"),
      adds('server/core/lint/lint.ts', "import { offsetAt as at } from '../text/source';"),
      adds('server/core/syntax/body/body.ts', "import type { Position } from '../../text/source';"),
      adds('server/core/rules/limit.ts', 'const first = (place: { character: number }): number => place.character;'),
      adds('server/core/rules/limit.ts', "const first = (place: { line: number }): number => place['line'];"),
    ],
    fine: [
      adds('server/core/rules/limit.ts', "import { lineAt } from '../text/source';"),
      adds('server/core/features/hover/hover.ts', "import { positionAt } from '../../text/source';"),
    ],
  },
  'I5 and I6 have property tests': {
    invariant: propertiesAreTested,
    broken: [writes('test/properties.test.ts', '/** Nothing. */'), replaces('test/properties.test.ts', 'I5', 'Five')],
  },
  'I7: the server keeps texts, settings and the index, in classes that are known': {
    invariant: serverStateIsNamed,
    broken: [
      adds('server/lsp/server.ts', 'let last: string | undefined;'),
      adds('server/lsp/features.ts', 'const results = new Map<string, string>();'),
      adds('server/lsp/features.ts', 'export class Cache {}'),
      adds('server/cli/main.ts', 'let runs = 0;'),
    ],
  },
  'I8: names of fields, tools, models and sections are used where they belong': {
    invariant: namesAreData(),
    broken: [
      adds('server/core/rules/limit.ts', "const tool = 'MultiEdit';"),
      adds('server/core/rules/limit.ts', 'const tool = `Bash`;'),
      adds('server/core/rules/limit.ts', "type Tool = 'Bash' | 'Read';"),
      adds(
        'server/core/features/hover/hover.ts',
        "const isField = (key: string): boolean => key === 'permissionMode';",
      ),
      adds('server/core/features/hover/hover.ts', "const isField = (key: string): boolean => key === 'tools';"),
      adds('server/core/features/hover/hover.ts', "const isField = (key: string): boolean => 'tools' !== key;"),
      adds(
        'server/core/features/hover/hover.ts',
        'const mode = (all: { permissionMode: string }): string => all.permissionMode;',
      ),
      adds('server/core/lint/lint.ts', "const model = 'opus';"),
      adds('server/core/lint/lint.ts', "const isEither = (key: string): boolean => key === 'name' || key === 'model';"),
      adds('server/core/lint/lint.ts', "const of = (key: string) => { switch (key) { case 'color': return 1; } };"),
      adds('server/core/lint/lint.ts', "const tools = format.fields['tools'];"),
      adds('server/core/lint/lint.ts', "const tools = lookup(format.fields, 'tools');"),
      adds('server/core/lint/lint.ts', "const tools = fieldValue(file, 'tools');"),
      adds('server/core/lint/lint.ts', "const has = knownKeys.has('memory');"),
      adds('server/core/hosts/effectiveTools.ts', "const value = fields.value('tools');"),
      adds('server/core/hosts/effectiveTools.ts', "const found = entries.find((entry) => entry.key === 'name');"),
      adds('server/core/hosts/effectiveTools.ts', "const required = ['name', 'description'];"),
      adds('server/core/lint/lint.ts', "const section = 'completion-report';"),
      adds('server/core/lint/lint.ts', "const isRole = (section: string): boolean => section === 'role';"),
      adds('server/core/sectionKinds/known.ts', "const tool = 'Bash';"),
      adds('server/core/hosts/claudeCode/agent.ts', "const section = 'completion-report';"),
      adds('server/lsp/server.ts', "const tool = 'WebFetch';"),
      adds('server/cli/main.ts', "const model = 'sonnet';"),
      adds('client/src/client.ts', "const field = 'disallowedTools';"),
    ],
    fine: [
      adds('server/core/rules/limit.ts', "const isList = (kind: string): boolean => kind === 'tools';"),
      adds('server/core/rules/limit.ts', "type Effect = 'background' | 'plan';"),
      adds('server/core/rules/limit.ts', "const settings = ['background', 'title'];"),
      adds('server/core/rules/limit.ts', "const name = settings['name'];"),
      adds('server/core/rules/limit.ts', "export const more = { good: [{ text: 'Bash' }] };"),
      adds('server/core/hosts/effectiveTools.ts', "const cause: LossCause = 'tools';"),
      adds('server/core/rules/limit.ts', "const field = fieldByRole(agent.format, 'model');"),
      adds('server/core/rules/limit.ts', "const text = '---\\ntools: Bash\\n---\\n'; // 'MultiEdit'"),
      adds('server/core/hosts/claudeCode/agent.ts', "const tool = 'Bash';"),
      adds('server/core/sectionKinds/known.ts', "const section = 'completion-report';"),
      writes('server/core/hosts/madeUp/tools.ts', "export const tools = ['Bash', 'permissionMode'];"),
    ],
  },
  'I8: names of a host with other words are used where they belong': {
    invariant: namesAreData(namesOf([...vocabularies, otherHost])),
    broken: [
      adds('server/core/rules/limit.ts', "const tool = 'read_file';"),
      adds('server/core/rules/limit.ts', "const field = 'max_turns';"),
      adds('server/core/rules/limit.ts', 'const turns = (all: Fields): number => all.max_turns;'),
      adds('server/core/rules/limit.ts', "const field = 'argument-hint';"),
      adds('server/core/rules/limit.ts', "const model = 'flash';"),
      adds('server/core/rules/limit.ts', "const isKind = (entry: Entry): boolean => entry.key === 'kind';"),
      adds('server/core/rules/limit.ts', "const target = lookup(format.fields, 'target');"),
      adds('server/core/rules/limit.ts', "const tool = format.tools['replace'];"),
      adds('server/core/rules/limit.ts', "const isList = (tool: string): boolean => tool === 'list';"),
      adds('server/core/rules/limit.ts', "const local = ['kind', 'target'];"),
    ],
    fine: [
      adds('server/core/rules/limit.ts', "const isEdit = (one: Edit): boolean => one.kind === 'replace';"),
      adds('server/core/rules/limit.ts', "const mode = { kind: 'agents', target: 'mode' };"),
      adds('server/core/rules/limit.ts', "type Style = 'auto' | 'target';"),
    ],
  },
  "I8: nothing but the registry imports a host's folder": {
    invariant: hostsAreSealed,
    broken: [
      importsHost('server/core/rules/limit.ts', '../hosts/madeUp/fields'),
      importsHost('server/core/hosts/shapes.ts', './madeUp/fields'),
      importsHost('server/lsp/server.ts', '../core/hosts/madeUp/fields'),
      importsHost('server/node/generate/generated.ts', '../../core/hosts/madeUp/fields'),
      importsHost('client/src/client.ts', '../../server/core/hosts/madeUp/fields'),
      importsHost('server/core/hosts/other/verdict.ts', '../madeUp/fields'),
    ],
    fine: [
      importsHost('server/core/hosts/index.ts', './madeUp/fields'),
      importsHost('server/core/hosts/madeUp/verdict.ts', './fields'),
      importsHost('test/agent.ts', '../server/core/hosts/madeUp/fields'),
      adds('server/core/rules/limit.ts', "import { fieldsIn } from '../hosts/shapes';"),
    ],
  },
  'I8: texts and syntax know no host': {
    invariant: groundNamesNoHost,
    broken: [
      adds('server/core/text/span.ts', '// Claude Code counts bytes.'),
      adds('server/core/text/paths.ts', '/* As in `.claude/agents`. */'),
      adds('server/core/syntax/frontMatter/guard.ts', "const message = 'claude-code stops here';"),
      adds('server/core/syntax/frontMatter/guard.ts', 'const claudeCodeLimit = 1;'),
      adds(
        'server/core/syntax/frontMatter/guard.ts',
        `const message = (n: number): string => \`\${n} bytes of Claude\`;`,
      ),
    ],
    fine: [
      adds('server/core/syntax/frontMatter/guard.ts', '// A host may stop here.'),
      adds('server/core/workspace/glob.ts', '// Claude Code has globs.'),
    ],
  },
  'I8: texts ask the host what it is called': {
    invariant: textsNameNoHost,
    broken: [
      adds('server/core/features/hover/hover.ts', "const message = 'Claude Code ignores this.';"),
      adds(
        'server/core/features/hover/hover.ts',
        `const message = (n: number): string => \`\${n} agents of Claude Code\`;`,
      ),
      adds('server/core/lint/lint.ts', "const id = 'claude-code';"),
    ],
    fine: [
      adds('server/core/features/hover/hover.ts', '// Claude Code ignores this.'),
      adds('server/core/features/hover/hover.ts', `const message = \`\${format.host.name} ignores this.\`;`),
      adds('server/core/features/hover/hover.ts', "export const more = { bad: [{ text: 'Use Claude Code.' }] };"),
      adds('server/core/hosts/verdict.ts', "const message = 'Claude Code ignores this.';"),
      writes('server/core/hosts/madeUp/fields.ts', "export const message = 'Like Claude Code.';"),
    ],
  },
  'I10: nothing is evaluated, loaded by a computed path, spawned or fetched': {
    invariant: nothingIsExecuted,
    broken: [
      adds('server/lsp/server.ts', 'const load = (path: string) => import(path);'),
      adds('server/node/files.ts', 'const load = (path: string): unknown => require(path);'),
      adds('server/node/files.ts', "import { execFile } from 'node:child_process';"),
      adds('server/node/files.ts', "import { get } from 'https';"),
      adds('server/core/lint/lint.ts', 'const run = (code: string): unknown => eval(code);'),
      adds('server/core/lint/lint.ts', 'const run = (code: string): unknown => new Function(code);'),
      adds('server/browser/lspMain.ts', 'const get = (uri: string) => fetch(uri);'),
    ],
  },
  'generated files are fresh (else: npm run generate)': {
    invariant: generatedIsFresh,
    broken: [
      adds('docs/rules/README.md', 'More.'),
      adds('docs/rules/limit.md', 'More.'),
      writes('docs/rules/gone.md', ''),
      replaces('package.json', '"agentAuthoring.maxFindings"', '"agentAuthoring.most"'),
      replaces('README.md', '| `agentAuthoring.maxFindings` | `200` |', '| `agentAuthoring.maxFindings` | `100` |'),
      replaces('package.json', '"agentAuthoring.trace.server": {', '"agentAuthoring.trace.server": { "order": 1,'),
      replaces('README.md', '| agents, skills,', '| agents,'),
      replaces('client/src/agentFiles.ts', '/agents/', '/agent/'),
      replaces('snippets/agents.json', 'technical_decisions:', 'decisions:'),
      replaces('syntaxes/agent-authoring.injection.json', '|description|', '|'),
      replaces('syntaxes/agent-authoring.tool.injection.json', '|Glob|', '|Globs|'),
      replaces('syntaxes/agent-authoring.completion-report.injection.json', '(completion_report)', '(report)'),
      {
        does: 'a page that is missing',
        at: 'docs/rules/limit.md',
        to: (all) => new Map([...all].filter(([path]) => path !== 'docs/rules/limit.md')),
      },
    ],
    fine: [
      replaces('package.json', '"displayName": "', '"displayName": "The '),
      replaces('README.md', '# Agent Authoring\n', '# Agent Authoring!\n'),
    ],
  },
  'every language has all texts, with the same code, links and placeholders': {
    invariant: translationsAreWhole,
    broken: [
      {
        ...replaces('package.nls.json', '"commands.newAgent.title":', '"commands.newAgents.title":'),
        at: 'package.nls.zh-cn.json',
      },
      ...[
        ['"commands.newAgent.title": ', '"commands.newAgents.title": '],
        ['(command:agentAuthoring.newAgent)', '(command:agentAuthoring.makeAgent)'],
        ['`#agentAuthoring.sections#`', '章节'],
        ['复制名称', 'Copy Name'],
        ['未知工具。默认值: 警告', '未知工具。默认值: 提示'],
        ['Claude Code 2.1.', 'Claude Code 2.0.'],
        ['转换为…', '转换'],
      ].map(([part = '', by = '']) => replaces('package.nls.zh-cn.json', part, by)),
      replaces('client/l10n/bundle.l10n.zh-cn.json', '已更改 {0}', '已更改 {1}'),
      replaces('client/l10n/bundle.l10n.zh-cn.json', '"Tool Matrix": ', '"The Matrix": '),
      { ...adds('client/src/pages.ts', "l10n.t('New text');"), at: 'client/l10n/bundle.l10n.zh-cn.json' },
      {
        ...replaces('client/src/commands/fixes.ts', "l10n.t('Next Problem')", "''"),
        at: 'client/l10n/bundle.l10n.zh-cn.json',
      },
      replaces('package.json', '"package.nls.zh-cn.json",', ''),
      replaces('package.json', '"client/l10n",', ''),
      replaces('package.json', '"l10n": "./client/l10n",', ''),
      replaces('client/walkthrough/ci.nls.zh-cn.md', 'agent-authoring check\n', 'agent-authoring\n'),
      { ...writes('client/walkthrough/more.md', 'More.'), at: 'client/walkthrough/more.nls.zh-cn.md' },
    ],
    fine: [
      adds('client/src/pages.ts', "x.t('New text'); l10n.t('Tool Matrix');"),
      replaces('package.nls.zh-cn.json', '显示工具矩阵', '显示矩阵'),
    ],
  },
  'the client shows no text that is not translated': {
    invariant: textsAreTranslated,
    broken: [
      adds('client/src/pages.ts', "void window.showInformationMessage('Done');"),
      adds('client/src/pages.ts', `void window.showWarningMessage(\`\${count} done\`);`),
      adds('client/src/pages.ts', "void window.showErrorMessage(reason ?? 'failed', { modal: true });"),
      adds('client/src/pages.ts', "void window.showErrorMessage(l10n.t('A'), is ? 'Undo' : x);"),
      adds('client/src/pages.ts', "window.setStatusBarMessage('done: ' + x, 3);"),
      adds('client/src/pages.ts', "void window.showQuickPick([], { placeHolder: 'Choose' });"),
      adds('client/src/pages.ts', "void window.showInputBox({ title: l10n.t('Name'), prompt: 'Name' });"),
      adds('client/src/pages.ts', "pick.title = 'Choose';"),
      adds('client/src/pages.ts', "const accept = 'Convert Anyway';"),
      adds('client/src/pages.ts', 'void window.showErrorMessage(l10n.t(text));'),
      adds('client/src/pages.ts', `void window.showErrorMessage(l10n.t(\`\${count} done\`));`),
      adds('client/webview/frame.ts', "element('p', {}, 'Not found');"),
      adds('client/webview/frame.ts', "element('p', {}, say(texts, 'gone'));"),
    ],
    fine: [
      adds('client/src/pages.ts', `void window.showErrorMessage(x === 'a' ? text : \`\${text}: \${more}\`);`),
      adds('client/src/pages.ts', "const box = { title, prompt: '', value: 'a b' };"),
      adds('client/src/pages.ts', "void window.showErrorMessage(texts['done'], plain(answer.refused));"),
    ],
  },
  'no source is long, and most are short': {
    invariant: filesAreSmall,
    broken: [
      writes('server/core/long.ts', lines(300)),
      writes('test/features/long.ts', lines(300)),
      writes('test/features/long.test.ts', lines(300).replace('Long because', 'Not because')),
      writes('server/core/hosts/claudeCode/long.ts', `${lines(300)}if (true) void 0;`),
    ],
    fine: [
      writes('server/core/hosts/claudeCode/long.ts', lines(300)),
      writes('test/features/long.test.ts', lines(300)),
      writes('server/core/long.ts', lines(299)),
    ],
  },
  'nothing gets past the compiler, and no comment asks it to look away': {
    invariant: nothingIsSuppressed,
    broken: [
      adds('server/core/lint/lint.ts', 'const x: any = 1;'),
      adds('test/agent.ts', 'const x = (y: Array<any>) => y;'),
      adds('client/src/client.ts', 'const x = 1 as unknown as string;'),
      adds('server/core/lint/lint.ts', 'const x = (y: string | undefined): string => y!;'),
      adds('server/core/lint/lint.ts', '// @ts-ignore'),
      adds('server/core/lint/lint.ts', '/* @ts-expect-error: it is fine */'),
      adds('test/run.mjs', '// biome-ignore lint: it is fine'),
    ],
    fine: [
      adds('server/core/lint/lint.ts', "const x = 'any // @ts-ignore'; // any"),
      adds('server/core/lint/lint.ts', 'const x = Promise.any([]);'),
    ],
  },
  'what a source exports is imported by another one': {
    invariant: exportsAreUsed,
    broken: [
      adds('server/core/text/span.ts', 'export const unused = 0;'),
      adds('server/cli/main.ts', 'export async function unused(): Promise<void> {}'),
      adds('test/agent.ts', 'export class Unused {}'),
      both(
        writes('server/core/text/a.ts', 'export const one = 0;\nexport const other = 1;'),
        writes('server/core/text/b.ts', "import { one } from './a';\nvoid one;"),
      ),
    ],
    fine: [
      adds('server/core/text/span.ts', 'const unused = 0;'),
      adds('server/core/text/span.ts', 'export type Unused = string;'),
      adds('server/api/index.ts', 'export const forOthers = 0;'),
      both(
        writes('server/core/text/a.ts', 'export const one = 0;'),
        writes('server/core/text/b.ts', "import * as all from './a';\nvoid all;"),
      ),
    ],
  },
  'no conflict marker is left': {
    invariant: noConflictIsLeft,
    broken: [
      adds('server/core/lint/lint.ts', '/*\n<<<<<<< HEAD\n*/'),
      adds('README.md', '>>>>>>> feature'),
      adds('package.json', '||||||| base'),
    ],
    fine: [adds('README.md', '  <<<<<<< HEAD'), adds('README.md', '<<<<<<<<<')],
  },
  'comments and documents use plain words': {
    invariant: wordsArePlain,
    broken: [
      adds('server/core/lint/lint.ts', '// The colour.'),
      adds('test/run.mjs', '/* Nobody reads this. */'),
      adds('docs/architecture.md', 'Parses front matter.'),
    ],
    fine: [adds('server/core/lint/lint.ts', "const x = 'colour';"), adds('README.md', 'The color of frontmatter.')],
  },
  'every file opens with a sentence that says what it is for': {
    invariant: filesSayWhatTheyAreFor,
    broken: [
      writes('server/core/x.ts', 'export const x = 1;'),
      writes('client/src/x.ts', "import { y } from './y';\n/** Too late to say what this is for. */"),
      writes('test/x.ts', '// This says what it is for, in the wrong kind of comment.'),
      writes('test/x.ts', '/** Helpers */'),
    ],
  },
  'the layout holds: few names at the top, one package, no drawers': {
    invariant: layoutHolds,
    broken: [
      writes('scripts/x.mjs', ''),
      writes('notes.txt', ''),
      writes('client/package.json', '{}'),
      writes('server/core/utils/strings.ts', ''),
      writes('test/helpers.ts', ''),
      replaces('package.json', '"scripts": {', '"scripts": { "postinstall": "node x.mjs",'),
    ],
    fine: [writes('.editorconfig', '')],
  },
};

for (const [name, { invariant, broken, fine = [] }] of Object.entries(cases)) {
  describe(name, () => {
    const now = invariant(files);
    it('holds', () => assert.deepEqual(now, []));

    const countAt = (path: string, found: readonly Violation[]): number =>
      found.filter((one) => one.path === path).length;
    for (const { does, at, to } of broken) {
      it(`is broken by ${does}`, () => assert.ok(countAt(at, invariant(to(files))) > countAt(at, now)));
    }
    for (const { does, to } of fine) {
      it(`is not broken by ${does}`, () => assert.deepEqual(invariant(to(files)), now));
    }
  });
}

it('the median of the source sizes is within its target', () => {
  let many = files;
  for (let i = 0; i < files.size; i++) many = writes(`client/src/x${i}.ts`, lines(81)).to(many);
  assert.deepEqual(
    filesAreSmall(many).map(({ what }) => what),
    ['the median source has 82 lines'],
  );
});
