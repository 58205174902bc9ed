/** What is known about the files of OpenCode and Kilo, assembled from their tables. */
import type { Conversion } from '../conversion';
import type { Behavior, FileKind, Format, HostName, Permissions } from '../host';
import { shellPrograms } from '../shellPrograms';
import type { Starters } from '../starters';
import type { Tool } from '../tool';
import type { LoadVerdict } from '../verdict';
import { creationFor } from './creation';
import type { observed, ofKilo } from './evidence';
import { foreign } from './foreign';
import { verdictOn } from './judge';
import { models } from './models';
import { readerWith } from './read';
import type { Repair } from './repair';
import { stray, strayInCommands } from './stray';
import { mcpNames, retired, toolSets } from './tools';

/** In what the programs differ. */
export interface Variation {
  readonly host: HostName;
  /** The folders that contain the others. */
  readonly homes: readonly string[];
  readonly repair: Repair;
  readonly tools: Readonly<Record<string, Tool>>;
  readonly permissions: Permissions;
  readonly builtInAgents: readonly string[];
  readonly evidence: typeof observed | ReturnType<typeof ofKilo>;
  /** What it does in another way, in files of each kind. */
  readonly on?: Partial<Behavior>;
}

/** One kind of file. */
export interface Kind {
  readonly id: string;
  readonly title: string;
  readonly kind?: FileKind;
  readonly folders: readonly string[];
  /** Whether files in folders below are read too. */
  readonly isDeep: boolean;
  readonly fields: Format['fields'];
  readonly conversion?: Conversion;
  readonly starters?: Starters;
}

const behavior: Behavior = {
  noFrontMatter: {
    says: 'loads the whole file as the prompt and ignores every field, so that the agent has every tool and no limit',
    severity: 'error',
  },
  note: { says: 'loads this file as an agent with every tool', severity: 'warning', aside: 'warning' },
  unknownField: { says: 'sends it to the model provider as a request parameter', severity: 'warning' },
  unknownTool: { says: 'ignores it without a message', severity: 'warning' },
  duplicateKey: {
    says: 'then loads the whole file as the prompt and ignores every field',
    severity: 'error',
    counts: 'none',
  },
};

const ofCommands: Partial<Behavior> = {
  noFrontMatter: { says: 'takes the whole file as the text of the command', severity: 'error' },
  note: { says: 'loads this file as a command', severity: 'information', aside: 'information' },
  unknownField: { says: 'ignores it', severity: 'hint' },
};

const readersBy = (evidence: Variation['evidence']): Exclude<Format['readers'], undefined> => ({
  purpose: { summary: 'Models read the description to decide when to hand work to the agent.', evidence },
  body: { summary: 'The agent reads the body as its system prompt.', evidence },
});

/** A command has no tools of its own: the agent that runs it decides about them. */
const asCommand = (verdict: LoadVerdict): LoadVerdict => ({
  ...verdict,
  shown: { name: `/${verdict.name ?? ''}`, parts: ['command'] },
});

/** The format of one kind of file of one program. */
export function formatOf(variation: Variation, what: Kind): Format {
  const { id, title, kind, folders, isDeep, fields, conversion, starters } = what;
  const { host, homes, repair, tools, permissions, builtInAgents, evidence } = variation;
  const on: Behavior = { ...behavior, ...variation.on, ...(kind === 'command' ? ofCommands : {}) };
  const dropped = { says: 'does not load the file', severity: 'error' } as const;
  const format: Format = {
    id,
    title,
    host,
    ...(kind === undefined ? {} : { kind, mayBePlain: true }),
    ...(conversion === undefined ? {} : { conversion, creation: creationFor(conversion.fileOf, tools, permissions) }),
    ...(starters === undefined ? {} : { starters }),
    files: homes.flatMap((home) => folders.map((folder) => `**/${home}/${folder}/${isDeep ? '**/' : ''}*.md`)),
    on,
    ...(kind === undefined && { readers: readersBy(evidence) }),
    fields,
    strayFields: kind === undefined ? stray : strayInCommands,
    tools,
    toolSets,
    retired,
    foreign,
    shell: { tool: 'bash', programs: shellPrograms },
    skillTool: 'skill',
    wildcard: '*',
    toolPatterns: 'part of the name',
    splitsNamesAt: 'none',
    mcp: mcpNames,
    permissions,
    builtInAgents,
    models,
    read: readerWith(repair),
    judge: (file, reading, path) => {
      const inFolders = homes.flatMap((home) => folders.map((folder) => `${home}/${folder}`));
      const verdict = verdictOn(file, reading, path, format, inFolders);
      return verdict === undefined || kind === undefined ? verdict : asCommand(verdict);
    },
    variantFor: (reading) =>
      reading.kind === 'broken' && reading.isDropped === true
        ? { ...format, on: { ...on, noFrontMatter: dropped, duplicateKey: { ...dropped, counts: 'none' } } }
        : undefined,
  };
  return format;
}
