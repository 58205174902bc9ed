/** What is known about the skills of Codex. */

import type { Effect } from '../effect';
import type { Field } from '../field';
import type { Format } from '../host';
import { foreignWith } from '../strayTable';
import { codexHost } from './agent';
import { documented, enforced, observed } from './evidence';
import { codexModels } from './models';
import { oneLine, readAsCodexSkill, skillVerdict } from './skillRead';
import { codexMcp, codexShell, codexTools } from './tools';

const refuses: Effect = { says: 'does not load the skill', severity: 'error' };

const strict = { onInvalid: 'does not load the skill', invalidSeverity: 'error' } as const;

/** In characters, not in UTF-16 units. */
const MAX_NAME = 64;

const lengthOf = (text: string): number => [...oneLine(text)].length;

/** A field of the standard for skills that other programs read. */
const ofOthers = (summary: string, example: string): Field => ({
  summary: `${summary} Codex does not read it.`,
  shape: { kind: 'string', scalars: true },
  undocumented: true,
  onInvalid: 'ignores the field',
  invalidSeverity: 'information',
  example,
  evidence: observed,
});

const fields: Readonly<Record<string, Field>> = {
  name: {
    ...strict,
    summary: 'What the skill is called; the name of its folder when it is missing or empty.',
    role: 'identity',
    shape: {
      kind: 'string',
      scalars: true,
      pattern: { matches: (text) => lengthOf(text) <= MAX_NAME, wanted: `at most ${MAX_NAME} characters` },
    },
    ofNull: 'accepted',
    default: 'the name of the folder',
    example: 'deploy',
    evidence: enforced,
  },
  description: {
    ...strict,
    summary: 'Tells the model when to use the skill.',
    role: 'purpose',
    templates: ['[What it does]. Use when [the situation].'],
    shape: {
      kind: 'string',
      scalars: true,
      pattern: { matches: (text) => text.trim() !== '', wanted: 'a text that is not blank' },
    },
    required: true,
    example: 'Deploys the app. Use it when a release is ready.',
    evidence: enforced,
  },
  metadata: {
    ...strict,
    summary: 'More about the skill; only `short-description` is read.',
    shape: { kind: 'mapping', checked: true },
    nested: {
      kind: 'mapping',
      keys: {
        'short-description': {
          summary: 'A shorter description for lists.',
          value: { kind: 'scalar', type: 'string', anyScalar: true },
        },
      },
    },
    example: '{ short-description: Deploys the app }',
    evidence: enforced,
  },
};

const foreign = foreignWith('has no effect', 'hint');

const ofClaude = [
  'allowed-tools',
  'disable-model-invocation',
  'user-invocable',
  'argument-hint',
  'arguments',
  'disallowed-tools',
  'context',
  'agent',
  'hooks',
  'model',
  'effort',
  'paths',
  'when_to_use',
];

const folders = ['.agents', '.codex'];

/** How many folders below that of skills are searched. */
const MAX_DEPTH = 6;

export const codexSkill: Format = {
  id: 'codex-skill',
  title: 'Codex skill',
  host: codexHost,
  kind: 'skill',
  files: folders.map((folder) => `**/${folder}/skills/**/SKILL.md`),
  skipsPath: (path) => {
    const [, below] = /\/\.(?:agents|codex)\/skills\/((?:[^/]+\/)*)SKILL\.md$/.exec(`/${path}`) ?? [];
    const names = below === undefined ? [] : below.split('/').slice(0, -1);
    return names.length > MAX_DEPTH || names.some((name) => name.startsWith('.'));
  },
  on: {
    noFrontMatter: { ...refuses, says: 'does not load the skill and reports an error' },
    unknownField: { says: 'ignores it', severity: 'hint' },
    unknownTool: { says: 'ignores it', severity: 'hint' },
    duplicateKey: { ...refuses, counts: 'none', onlyFields: true },
  },
  readers: {
    purpose: { summary: 'The model reads the description to decide when to use the skill.', evidence: observed },
    body: { summary: 'The model reads the body when it uses the skill.', evidence: documented },
  },
  fields: {
    ...fields,
    license: ofOthers('The license of the skill.', 'MIT'),
    compatibility: ofOthers('What the skill requires.', 'Requires git'),
  },
  strayFields: Object.fromEntries(ofClaude.map((key) => [key, foreign('Claude Code')])),
  tools: codexTools,
  toolSets: [],
  retired: {},
  foreign: {},
  shell: codexShell,
  wildcard: '*',
  toolPatterns: 'ignored',
  splitsNamesAt: 'commas and spaces',
  mcp: codexMcp,
  builtInAgents: [],
  models: codexModels,
  repairsYaml: true,
  read: readAsCodexSkill,
  judge: (file, reading, path) => skillVerdict(file, reading, path, codexSkill),
};
