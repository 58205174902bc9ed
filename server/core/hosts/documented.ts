/**
 * Hosts that are known from their documentation only. It does not say what they do with a wrong file, so nothing is worse than a
 * warning, and there is no verdict.
 */
import type { AgentFile } from '../syntax/tree';
import type { Evidence, Field, Shape } from './field';
import type { Behavior, Format } from './host';
import type { Reading } from './reading';
import type { McpNames, Tool } from './tool';

const behavior: Behavior = {
  noFrontMatter: { says: 'may not read it', severity: 'warning' },
  note: { says: 'may not read it as an agent', severity: 'information', aside: 'hint' },
  unknownField: { says: 'does not document it', severity: 'information' },
  unknownTool: { says: 'does not document it', severity: 'information' },
  duplicateKey: { says: 'may use either value', severity: 'warning', counts: 'last' },
};

/** Valid frontmatter is read like everywhere. How another one is read is not known. */
function read({ frontMatter, problems }: AgentFile): Reading {
  const closer = frontMatter?.closer;
  if (frontMatter === undefined || closer === undefined || frontMatter.language !== '') return { kind: 'unseen' };
  const isValid = !frontMatter.recovered && problems.every(({ code }) => !code.startsWith('yaml') && code !== 'limit');
  return isValid ? { kind: 'read', repaired: false, entries: frontMatter.entries, closer } : { kind: 'unread', closer };
}

const mcp: McpNames = {
  prefix: 'mcp__',
  spelled: 'mcp__<server>__<tool>',
  spell: (server, name) => `mcp__${server}__${name ?? '*'}`,
  fault: () => undefined,
  covers: (name, wanted) => name === wanted,
  knownServers: [],
};

const shell: Tool = {
  summary: 'Runs shell commands.',
  effect: 'runs',
  subagents: 'always',
  status: 'internal',
  evidence: { source: 'Documentation', checked: '2026-11-26', says: 'may' },
};

/** What the formats of such hosts have in common. */
export const documentedFormat = {
  on: behavior,
  strayFields: {},
  // Nothing is said about tools. The one that runs commands must have a name, and none of these hosts has a list in which it counts.
  tools: { shell },
  shell: { tool: 'shell', programs: [] },
  toolSets: [],
  retired: {},
  foreign: {},
  toolPatterns: 'part of the name',
  splitsNamesAt: 'commas, trimmed',
  mcp,
  builtInAgents: [],
  models: { aliases: [], otherAliases: [], ids: [], retired: [], foreignPrefixes: [] },
  read,
  judge: () => undefined,
} as const satisfies Partial<Format>;

/** A documented field. */
export const documentedField = (
  evidence: Evidence,
  summary: string,
  shape: Shape,
  example: string,
  more: Partial<Field> = {},
): Field => ({
  summary,
  shape,
  onInvalid: 'may ignore it',
  invalidSeverity: 'warning',
  example,
  evidence,
  ...more,
});
