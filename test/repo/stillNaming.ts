/** The files of the core whose texts still say what a host is called, instead of asking the host. */

/** This list may only shrink: a file of it that names no host any longer must leave it. */
export const stillNaming: ReadonlySet<string> = new Set([
  'server/core/rules/mcp-servers-shape.ts',
  'server/core/rules/memory-writes.ts',
  'server/core/rules/merge-conflict.ts',
  'server/core/rules/model-foreign.ts',
  'server/core/rules/model-retired.ts',
  'server/core/rules/name-file.ts',
  'server/core/rules/name-missing.ts',
  'server/core/rules/yaml-colon.ts',
  'server/core/rules/yaml-indent.ts',
  'server/core/rules/yaml-indicator.ts',
  'server/core/rules/yaml-quotes.ts',
  'server/core/rules/yaml-space.ts',
  'server/core/rules/yaml-spill.ts',
  'server/core/rules/yaml-syntax.ts',
  'server/core/rules/yaml-tabs.ts',
  'server/core/rules/yaml-version.ts',
]);
