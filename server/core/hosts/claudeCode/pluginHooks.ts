/** The file with the hooks of a plugin, as far as recorded runs show how Claude Code reads it. */
import { parseJson } from '../../syntax/json/parseJson';
import type { Field } from '../field';
import type { Format } from '../host';
import { loadedWith, lost } from '../loading';
import { claudeCodeFormat } from './agent';
import { observed } from './evidence';
import { MANIFEST } from './manifest';
import { readManifest } from './manifestFormats';
import { unreadable } from './pluginFault';

const FOLDER = 'hooks';
const FILE = `${FOLDER}/hooks.json`;

const { hooks: ofAgents } = claudeCodeFormat.fields;

// What is said about agents does not hold for this file.
const {
  conversion: _conversion,
  readers: _readers,
  reportHook: _report,
  maxBytes: _size,
  ...shared
} = claudeCodeFormat;

const fields: Readonly<Record<string, Field>> = {
  hooks: {
    summary: 'The hooks of the plugin, by their events.',
    role: 'events',
    shape: { kind: 'mapping' },
    ...(ofAgents?.nested !== undefined && { nested: ofAgents.nested }),
    required: true,
    missing: { says: 'loads the plugin without its hooks', unless: ['modules'] },
    onInvalid: 'loads the plugin without its hooks',
    invalidSeverity: 'error',
    example: '{}',
    evidence: observed,
  },
  modules: {
    summary: 'Modules with hooks.',
    shape: { kind: 'checked', takes: 'anything', faultIn: () => undefined },
    undocumented: true,
    onInvalid: 'loads the plugin without its hooks',
    invalidSeverity: 'warning',
    example: '[]',
    evidence: observed,
  },
};

/** `hooks/hooks.json` beside `.claude-plugin/plugin.json`. Which other keys there may be is not known. */
export const claudeCodePluginHooks: Format = {
  ...shared,
  id: 'claude-code-plugin-hooks',
  title: 'Claude Code plugin hooks',
  kind: 'settings',
  notation: 'json',
  parse: parseJson,
  files: [`**/${FILE}`],
  beside: {
    folder: FOLDER,
    file: MANIFEST,
    membershipOf: (_, path) => (path === FILE ? { kind: 'agent', prefix: '' } : { kind: 'other' }),
  },
  on: {
    noFrontMatter: { says: 'loads the plugin without its hooks', severity: 'error' },
    unknownField: { says: 'ignores it', severity: 'hint' },
    unknownTool: { says: 'ignores it', severity: 'warning' },
    duplicateKey: { says: 'uses the last one', severity: 'warning', counts: 'last' },
  },
  fields,
  strayFields: {},
  read: readManifest,
  judge: (file, reading) => {
    if (reading.kind === 'unread') return undefined;
    if (reading.kind !== 'read') return lost('manifest', `The file cannot be read: ${unreadable(file)}.`, null);
    if (!reading.entries.some(({ key }) => Object.hasOwn(fields, key)))
      return lost('hooks', 'The file has neither `hooks` nor `modules`.', null);
    return { ...loadedWith(null, ALL), shown: { name: 'hooks.json', parts: ['hooks of the plugin'] } };
  },
};

const ALL = { inherited: true, effective: [], dropped: [], withheld: [] } as const;
