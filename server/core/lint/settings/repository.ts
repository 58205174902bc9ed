/** What a configuration file may contain besides settings: which file it extends, what is not checked, and settings for some files. */

import { append } from '../../text/append';
import { quoted } from '../../text/quoted';
import { isRecord, type JsonObject } from '../../text/records';
import { flawsOf, type Given, givenIn, isShared, type SettingFlaw, unknownKeys } from '../settings';
import { parsePatterns, patternsSchema } from './patterns';
import { type Flaw, within } from './setting';
import { FIRST_VERSION, faultOfVersion, versionSchema } from './version';

/** Settings for the files that some patterns match. */
export interface Override {
  readonly files: readonly string[];
  readonly given: Given;
  /** Its index in the list of the file. */
  readonly index: number;
}

/** The keys of this file, with what people read about them. */
export interface RepositoryKey {
  /** Markdown. Its first sentence is in the tables of the documentation. */
  readonly description: string;
  /**
   * JSON schema of the value.
   * @param settings The schema of all settings that the file may have.
   */
  readonly schema: (settings: JsonObject) => JsonObject;
  readonly default: unknown;
}

/** How the names of files end that others may extend. No other file of a repository is ever read for it. */
const ENDING = /\.agent-authoring\.jsonc?$/;

/** Overrides of one file. */
const MAX_OVERRIDES = 100;

export const repositoryKeys = {
  version: {
    description: `The version of Agent Authoring whose rules apply: rules that later versions have added stay off until it is raised. For example \`"${FIRST_VERSION}"\`. A rule that \`rules\` sets is on all the same. Without it, every rule is on.`,
    schema: () => versionSchema,
    default: '',
  },
  extends: {
    description:
      'Another configuration file of this repository, whose settings apply before those of this file. A path from the folder of this file; the name ends in `.agent-authoring.json` or `.agent-authoring.jsonc`.',
    schema: () => ({ type: 'string', pattern: ENDING.source, maxLength: 1_000 }),
    default: '',
  },
  ignore: {
    description:
      'Patterns for files that are not checked, neither in the editor nor on the command line. Other agents still know them. For example `["vendor", "**/drafts/*.md"]`.',
    schema: () => patternsSchema,
    default: [],
  },
  overrides: {
    description:
      'Settings for some files: a list of objects with `files`, which are patterns, and settings. Later ones have priority. For example `[{ "files": ["**/legacy/**"], "rules": { "name-file": "off" } }]`.',
    schema: (settings) => ({
      type: 'array',
      maxItems: MAX_OVERRIDES,
      items: {
        type: 'object',
        required: ['files'],
        additionalProperties: false,
        properties: {
          files: { ...patternsSchema, minItems: 1, description: 'Patterns for the files that these settings are for.' },
          ...settings,
        },
      },
    }),
    default: [],
  },
} as const satisfies Readonly<Record<string, RepositoryKey>>;

/** Settings that decide which files there are, so that they cannot depend on the file. */
export const notInOverrides: readonly string[] = ['files'];

/** The value of `extends`; undefined when it is missing or cannot be used. */
export interface RepositoryRead {
  readonly extended: string | undefined;
  /** The value of `version`; undefined when it is missing or cannot be used. */
  readonly version: string | undefined;
  readonly ignore: readonly string[];
  readonly overrides: readonly Override[];
  readonly flaws: readonly SettingFlaw[];
}

/** Reads these keys. Never throws. */
export function readRepositoryKeys(values: Readonly<Record<string, unknown>>): RepositoryRead {
  const flaws: SettingFlaw[] = [];
  const say = (name: string, some: readonly Flaw[] | undefined): void => append(flaws, flawsOf(name, some));
  const givenFor = (key: string): unknown => (Object.hasOwn(values, key) ? values[key] : undefined) ?? undefined;

  const path = givenFor('extends');
  const fault = path === undefined ? undefined : faultOfExtends(path);
  if (fault !== undefined) say('extends', [{ ...fault, at: [] }]);
  const version = givenFor('version');
  const wrongVersion = version === undefined ? undefined : faultOfVersion(version);
  if (wrongVersion !== undefined) say('version', [{ ...wrongVersion, at: [] }]);
  const given = givenFor('ignore');
  const ignore = given === undefined ? undefined : parsePatterns(given);
  say('ignore', ignore?.flaws);

  const list = givenFor('overrides') ?? [];
  if (!Array.isArray(list))
    say('overrides', [{ says: 'must be an array of objects with `files` and settings', at: [] }]);
  const overrides = (Array.isArray(list) ? list : []).slice(0, MAX_OVERRIDES).flatMap((one, i): readonly Override[] => {
    const read = readOverride(one);
    append(
      flaws,
      read.flaws.map((flaw) => ({ ...flaw, at: ['overrides', i, ...flaw.at] })),
    );
    return read.override === undefined ? [] : [{ ...read.override, index: i }];
  });
  if (Array.isArray(list) && list.length > MAX_OVERRIDES)
    say('overrides', [{ says: `must contain at most ${MAX_OVERRIDES} objects`, at: [MAX_OVERRIDES] }]);
  return {
    extended: fault === undefined && typeof path === 'string' ? path : undefined,
    version: wrongVersion === undefined && typeof version === 'string' ? version : undefined,
    ignore: ignore?.value ?? [],
    overrides,
    flaws,
  };
}

function readOverride(value: unknown): {
  readonly override: Omit<Override, 'index'> | undefined;
  readonly flaws: readonly SettingFlaw[];
} {
  if (!isRecord(value))
    return {
      override: undefined,
      flaws: [{ message: '`overrides` must contain objects with `files` and settings', at: [] }],
    };
  const { files, ...settings } = value;
  if (files === undefined)
    return {
      override: undefined,
      flaws: [{ message: 'An override needs `files`: patterns for the files it is for', at: [] }],
    };
  const patterns = parsePatterns(files);
  const isEmpty = Array.isArray(files) && files.length === 0;
  const { given, flaws } = givenIn(settings, isShared);
  const nested = Object.keys(settings).filter(
    (key) => Object.hasOwn(repositoryKeys, key) || notInOverrides.includes(key),
  );
  return {
    override: { files: patterns.value, given },
    flaws: [
      ...(isEmpty ? [{ message: '`files` must contain a pattern', at: ['files'] }] : []),
      ...within('files', patterns.flaws, '`files` ').map(({ says, ...flaw }) => ({ ...flaw, message: says })),
      ...flaws,
      ...unknownKeys(settings, nested),
      ...nested.map((key) => ({ message: `${quoted(key)} cannot be set for some files only`, at: [key], isKey: true })),
    ],
  };
}

/** A path that leads to a configuration file below or beside, and nowhere else. */
function faultOfExtends(path: unknown): Omit<Flaw, 'at'> | undefined {
  if (typeof path !== 'string' || path.length > 1_000) return { says: 'must be the path of a configuration file' };
  if (/^(?:\/|[A-Za-z]:|[A-Za-z][\w+.-]*:)|\\|[?#%]/.test(path) || /[^\x20-\x7e\u00a0-\uffff]/.test(path))
    return {
      says: 'must be a path from the folder of this file, with `/` between names',
      isBeyondSchema: ENDING.test(path),
    };
  return ENDING.test(path)
    ? undefined
    : { says: 'must name a file that ends in `.agent-authoring.json` or `.agent-authoring.jsonc`' };
}
