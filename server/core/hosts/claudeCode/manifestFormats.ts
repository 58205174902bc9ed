/** What is known about the manifests of Claude Code's plugins and marketplaces. */
import { parseJson } from '../../syntax/json/parseJson';
import type { AgentFile, Entry, Value } from '../../syntax/tree';
import { span } from '../../text/span';
import type { StrayField } from '../field';
import type { Format, NamedPath } from '../host';
import { loadedWith, lost } from '../loading';
import { fieldsOf, type Reading } from '../reading';
import type { LoadVerdict } from '../verdict';
import { claudeCodeFormat } from './agent';
import { MANIFEST } from './manifest';
import { entryIn } from './manifestChecks';
import { pluginFields } from './manifestFields';
import { marketplaceFields, sourcesIn } from './marketplaceFields';
import { manifestFaults, unreadable } from './pluginFault';

/** Reads a file that must be one JSON object. */
export function readManifest({ frontMatter, problems, source }: AgentFile): Reading {
  const end = source.text.length;
  const closer = frontMatter?.closer ?? span(end, end);
  if (problems.some(({ code }) => code === 'limit' || code === 'file-limit')) return { kind: 'unread', closer };
  return frontMatter === undefined || problems.length > 0
    ? { kind: 'broken', closer }
    : { kind: 'read', repaired: false, entries: frontMatter.entries, closer };
}

/**
 * Follows the loader: it refuses the file for some faults, and only reports others.
 * @param what The noun for what it describes.
 */
function judge(file: AgentFile, reading: Reading, format: Format, what: string): LoadVerdict | undefined {
  if (reading.kind === 'unread') return undefined;
  if (reading.kind !== 'read') {
    return lost('manifest', `The manifest cannot be read: ${unreadable(file)}.`, null);
  }
  const fields = fieldsOf(file.source.text, reading.entries);
  const name = fields.value('name');
  const named = name?.kind === 'scalar' && name.type === 'string' ? name.text : null;
  const { refusal, reported } = manifestFaults(format.fields, fields);
  if (refusal !== undefined) return lost('manifest', `${refusal.charAt(0).toUpperCase()}${refusal.slice(1)}.`, named);
  const losses = reported.map((key) => `\`${key}\` is reported`);
  const shown = { name: named ?? '', parts: [what] };
  return { ...loadedWith(named, ALL, losses), shown };
}

const ALL = { inherited: true, effective: [], dropped: [], withheld: [] };

/** Paths are from the folder on that contains the folder of the manifest. */
const pathOf = (value: Value): readonly NamedPath[] =>
  value.kind === 'scalar' && value.type === 'string' && value.text.startsWith('./') && !value.text.includes('$')
    ? [{ text: value.text, span: value.inner, target: `../${value.text.slice(2)}` }]
    : [];

function pathsBelow(value: Value): readonly NamedPath[] {
  if (value.kind === 'sequence') return value.items.flatMap((item) => pathOf(item.value));
  if (value.kind !== 'mapping') return pathOf(value);
  return value.entries.flatMap((entry) => {
    const source = entry.value.kind === 'mapping' ? entryIn(entry.value, 'source') : undefined;
    return source === undefined ? [] : pathOf(source.value);
  });
}

/** The fields that name files of the plugin. */
const PATHS = ['agents', 'commands', 'skills', 'hooks', 'mcpServers', 'lspServers', 'outputStyles'];

const inMarketplace = {
  kind: 'foreign',
  product: 'entries in a marketplace',
  effect: 'has no effect',
  severity: 'hint',
} as const satisfies StrayField;

const { tools, retired, foreign, shell, mcp, models, host } = claudeCodeFormat;

const shared = {
  host,
  kind: 'manifest',
  notation: 'json',
  parse: parseJson,
  on: {
    noFrontMatter: { says: 'does not load the plugin', severity: 'error' },
    unknownField: { says: 'ignores it', severity: 'hint' },
    unknownTool: { says: 'ignores it', severity: 'warning' },
    duplicateKey: { says: 'uses the last one', severity: 'warning', counts: 'last' },
  },
  strayFields: {},
  tools,
  toolSets: [],
  retired,
  foreign,
  shell,
  wildcard: '*',
  toolPatterns: 'ignored',
  splitsNamesAt: 'none',
  mcp,
  builtInAgents: [],
  models,
  read: readManifest,
} as const satisfies Partial<Format>;

/** `.claude-plugin/plugin.json`. */
export const claudeCodePluginManifest: Format = {
  ...shared,
  id: 'claude-code-plugin-manifest',
  title: 'Claude Code plugin manifest',
  files: [`**/${MANIFEST}`],
  fields: pluginFields,
  strayFields: { category: inMarketplace, tags: inMarketplace, strict: inMarketplace, source: inMarketplace },
  pathsIn: (entries: readonly Entry[]) =>
    entries.flatMap(({ key, value }) => (PATHS.includes(key) ? pathsBelow(value) : [])),
  judge: (file, reading) => judge(file, reading, claudeCodePluginManifest, 'plugin'),
};

/** `.claude-plugin/marketplace.json`. */
export const claudeCodeMarketplace: Format = {
  ...shared,
  id: 'claude-code-marketplace',
  title: 'Claude Code marketplace',
  files: ['**/.claude-plugin/marketplace.json'],
  on: { ...shared.on, noFrontMatter: { says: 'refuses the marketplace', severity: 'error' } },
  fields: marketplaceFields,
  pathsIn: (entries) => sourcesIn(entries).flatMap(pathOf),
  judge: (file, reading) => judge(file, reading, claudeCodeMarketplace, 'marketplace'),
};
