/** The bundles of the programs, the playground and the documentation, as options of esbuild. */
import {
  withoutEngines,
  withoutExamples,
  withoutGlobalModules,
  withoutIndents,
  withoutMadeCode,
  withoutNotes,
  withoutVersionCheck,
  withoutVisitorKeys,
  withoutWriter,
  withSingleEnums,
} from './leftOut.mjs';
import { forNode, forWeb } from './options.mjs';
import { givesParser, parsers, takesParsersOnUse } from './parsers.mjs';
import { gives, sharedScript, takes, wayTo } from './sharedModules.mjs';
import { withUsedTypes } from './usedTypes.mjs';

/** The shipped bundles, as options of esbuild. A test builds them in memory and checks their content. */
export const shipped = [
  ...Object.keys(parsers).map((name) => ({
    ...sharedScript(name),
    plugins: [givesParser(name), withoutWriter, withoutVisitorKeys],
  })),
  {
    ...sharedScript('core'),
    plugins: [
      gives('core'),
      takesParsersOnUse,
      withoutEngines,
      withoutExamples,
      withoutNotes,
      withSingleEnums,
      withoutIndents,
    ],
  },
  {
    ...sharedScript('lsp'),
    plugins: [
      gives('lsp'),
      withUsedTypes('vscode-languageserver', 'server/lsp'),
      withSingleEnums,
      takes('core', wayTo.both),
    ],
  },
  {
    ...forNode,
    plugins: [takes('core', wayTo.node), takes('lsp', wayTo.node), withoutGlobalModules],
    entryPoints: { languageServer: 'server/node/languageServerMain.ts' },
  },
  {
    ...forWeb,
    format: 'iife',
    plugins: [takes('lsp', wayTo.worker)],
    entryPoints: { 'server.web': 'server/browser/lspMain.ts' },
  },
  { ...forNode, plugins: [takes('core', wayTo.node)], entryPoints: { commandLine: 'server/node/commandLineMain.ts' } },
  // What starts the two programs, and is so small that nothing is gained by keeping it compiled.
  { ...forNode, entryPoints: { server: 'server/node/lspMain.ts' } },
  {
    ...forNode,
    // Lets a shell start it.
    banner: { js: '#!/usr/bin/env node' },
    entryPoints: { cli: 'server/node/cliMain.ts' },
  },
  {
    ...forNode,
    plugins: [takes('core', wayTo.node), withoutMadeCode],
    entryPoints: { mcp: 'server/node/mcpMain.ts' },
  },
  { ...forNode, plugins: [takes('core', wayTo.node)], entryPoints: { api: 'server/api/index.ts' } },
  {
    ...forWeb,
    plugins: [
      gives('client.web', 'export * from "./client/src/extension.web.ts";'),
      withUsedTypes('vscode-languageclient', 'client/src'),
      withSingleEnums,
    ],
    entryPoints: { 'client.web': 'shared:client.web' },
  },
  {
    ...forNode,
    plugins: [takes('client.web', wayTo.node), withoutVersionCheck],
    entryPoints: { client: 'client/src/extension.ts' },
  },
  // The pages of webviews, which the editor loads when one is shown.
  {
    ...forWeb,
    format: 'iife',
    entryPoints: Object.fromEntries(
      ['toolMatrix.ts', 'delegationGraph.ts', 'page.css'].map((file) => [
        `webview/${file.slice(0, file.indexOf('.'))}`,
        `client/webview/${file}`,
      ]),
    ),
  },
];

/** The page of the playground, and its worker: the core in one file. A test builds them in memory and checks their content. */
export const playgroundBundles = [
  {
    ...forWeb,
    format: 'iife',
    entryPoints: { page: 'client/playground/page.ts', style: 'client/playground/page.css' },
  },
  {
    ...forWeb,
    format: 'iife',
    plugins: [
      withoutWriter,
      withoutVisitorKeys,
      withoutEngines,
      withoutExamples,
      withoutNotes,
      withSingleEnums,
      withoutIndents,
    ],
    entryPoints: { worker: 'server/browser/playgroundMain.ts' },
  },
];

/** What the pages of the documentation run, and their look. */
export const siteBundles = [
  { ...forWeb, format: 'iife', entryPoints: { page: 'client/site/page.ts', style: 'client/site/page.css' } },
];
