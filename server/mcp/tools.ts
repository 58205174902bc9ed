/** The tools of the MCP server: what each takes, and the command line that answers it. */
import type { JsonObject } from '../core/index';

/** A tool as `tools/list` describes it. */
export interface ToolDescription {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: { readonly type: 'object' } & JsonObject;
  readonly annotations: {
    readonly readOnlyHint: boolean;
    readonly destructiveHint?: boolean;
    readonly openWorldHint: false;
  };
}

/** A call of a tool as a command line; `text` is for standard input. */
export interface ToolCall {
  readonly argv: readonly string[];
  readonly text?: string;
  /** The paths in it, which must be in the folder of the server. */
  readonly paths: readonly string[];
}

interface Tool extends ToolDescription {
  /** @returns Why the arguments are wrong, or the call. */
  readonly callOf: (given: JsonObject) => ToolCall | string;
}

const pathsSchema = {
  type: 'array',
  items: { type: 'string' },
  description: 'Files and folders, relative to the folder in which the server was started. All of it when left out.',
};

const reads = { readOnlyHint: true, openWorldHint: false } as const;

const tools: readonly Tool[] = [
  {
    name: 'check_agent',
    title: 'Check agents',
    description:
      'Finds problems in files that define AI coding agents, skills and commands: what the program that reads them ignores, ' +
      'misreads or refuses. Give the text of a file to check it before it is written. Answers with JSON: each problem with its rule, ' +
      'severity, message, range (lines and UTF-16 columns from zero) and the edits that fix it.',
    inputSchema: {
      type: 'object',
      properties: {
        paths: pathsSchema,
        text: { type: 'string', description: 'The text of a file that is not written yet; needs one path in `paths`.' },
      },
      additionalProperties: false,
    },
    annotations: reads,
    callOf: ({ paths, text }) => {
      const named = readPaths(paths);
      if (named === undefined) return PATHS;
      if (text === undefined) return { argv: ['check', '--format=json', '--', ...named], paths: named };
      const [path, ...others] = named;
      if (typeof text !== 'string' || path === undefined || others.length > 0)
        return '`text` must be a string, with the path that the file will have as the only one in `paths`.';
      return { argv: ['check', '--format=json', '--stdin', `--stdin-filename=${path}`], text, paths: named };
    },
  },
  {
    name: 'explain_agent',
    title: 'Explain agents',
    description:
      'Says what each program that reads an agent file makes of it: whether it loads and why not, under which name, with which tools, ' +
      'and what is ignored. Answers with JSON.',
    inputSchema: { type: 'object', properties: { paths: pathsSchema }, additionalProperties: false },
    annotations: reads,
    callOf: ({ paths }) => {
      const named = readPaths(paths);
      return named === undefined ? PATHS : { argv: ['explain', '--format=json', '--', ...named], paths: named };
    },
  },
  {
    name: 'list_agents',
    title: 'List agents',
    description:
      'Lists all agents, skills and commands below a folder with the programs that read each, its name and its tools. Answers with JSON.',
    inputSchema: {
      type: 'object',
      properties: {
        folder: { type: 'string', description: 'Relative to the folder of the server. All of it when left out.' },
      },
      additionalProperties: false,
    },
    annotations: reads,
    callOf: ({ folder = '.' }) =>
      typeof folder === 'string' && folder !== ''
        ? { argv: ['explain', '--format=json', '--', folder], paths: [folder] }
        : '`folder` must be the path of a folder.',
  },
  {
    name: 'fix_agent',
    title: 'Fix agents',
    description:
      'Applies the safe fixes to agent files: those after which the program loads at least what it loaded before, grants no more tools ' +
      'and denies no fewer. Shows the changes as a diff and writes nothing unless `write` is true.',
    inputSchema: {
      type: 'object',
      properties: { paths: pathsSchema, write: { type: 'boolean', default: false, description: 'Writes the files.' } },
      additionalProperties: false,
    },
    annotations: { readOnlyHint: false, destructiveHint: false, openWorldHint: false },
    callOf: ({ paths, write = false }) => {
      const named = readPaths(paths);
      if (named === undefined) return PATHS;
      if (typeof write !== 'boolean') return '`write` must be true or false.';
      return { argv: ['fix', ...(write ? [] : ['--dry-run']), '--', ...named], paths: named };
    },
  },
];

const PATHS = '`paths` must be an array of paths.';

const readPaths = (paths: unknown): readonly string[] | undefined =>
  paths === undefined
    ? []
    : Array.isArray(paths) && paths.every((path) => typeof path === 'string' && path !== '')
      ? paths
      : undefined;

/** The tools as a client sees them. */
export const toolList: readonly ToolDescription[] = tools.map(({ callOf, ...description }) => description);

/** @returns Why there is no such call, as a sentence, or the call. */
export function toolCall(name: string, given: unknown): ToolCall | string {
  const tool = tools.find((one) => one.name === name);
  if (tool === undefined) return `There is no tool ${JSON.stringify(name)}.`;
  const record = typeof given === 'object' && given !== null && !Array.isArray(given) ? { ...given } : {};
  const known = Object.keys(Object(tool.inputSchema['properties']));
  const unknown = Object.keys(record).find((key) => !known.includes(key));
  return unknown === undefined
    ? tool.callOf(record)
    : `${JSON.stringify(unknown)} is not a parameter of ${name}; it has ${known.join(' and ')}.`;
}
