/** The settings as the manifest declares them to VS Code, made out of the settings and rules that the core knows. */
import {
  defaults,
  type ListStyleSetting,
  levels,
  listStyleSettings,
  MAX_BUDGET,
  rules,
  type Settings,
  tokenHints,
} from '../../core/index';
import { reportKeysSchema } from './reportKeysSchema';
import { sectionsSchema } from './sectionsSchema';

type Level = (typeof levels)[number];

const levelDescriptions: Readonly<Record<Level, string>> = {
  error: 'Report as an error.',
  warning: 'Report as a warning.',
  information: 'Report as information.',
  hint: 'Report as a hint.',
  off: 'Do not report.',
};

const listStyleDescriptions: Readonly<Record<ListStyleSetting, string>> = {
  keep: 'Leave each list as it is written.',
  comma: 'On one line, separated by commas: `tools: Read, Write`.',
  flow: 'On one line, in brackets: `tools: [Read, Write]`.',
  block: 'One line for each name, with a dash: `- Read`.',
};

/** The bounds that `parseSettings` keeps. */
const findingCounts = { minimum: 1, maximum: 10_000 };

/** Settings as users name them; some stand in groups. */
type SettingName =
  | Exclude<keyof Settings, 'format' | 'report' | 'tokens'>
  | `format.${keyof Settings['format']}`
  | `report.${keyof Settings['report']}`
  | `tokens.${keyof Settings['tokens']}`;

/** A number of tokens, or null when there is none. */
const budget = (what: string): object => ({
  type: ['integer', 'null'],
  description: `How many tokens ${what} may have, about; more are reported. Nothing is measured unless it is set, and 0 lifts what the configuration file of the repository says.`,
  default: null,
  minimum: 0,
  maximum: MAX_BUDGET,
});

/** One declaration for each setting of the core; the compiler misses one that is forgotten. */
const settings: Readonly<Record<SettingName, object>> = {
  rules: {
    type: 'object',
    markdownDescription:
      'Severity of single rules, by rule id. Rules that are not named keep their own severity; `off` silences a rule.',
    default: defaults.rules,
    additionalProperties: false,
    properties: Object.fromEntries(rules.map((rule) => [rule.id, levelOf(rule)])),
  },
  maxFindings: {
    type: 'integer',
    description: 'How many findings of one file are shown, at most.',
    default: defaults.maxFindings,
    ...findingCounts,
  },
  sections: sectionsSchema,
  'report.keys': reportKeysSchema,
  loadLens: {
    type: 'boolean',
    description:
      'Show above the first line what becomes of the agent when its program loads it, and which tools it gets.',
    default: defaults.loadLens,
  },
  'tokens.inlayHints': {
    type: 'string',
    description:
      'Where about how many tokens a part of the agent has is shown between the lines of the text. The outline always shows it.',
    default: defaults.tokens.inlayHints,
    enum: Object.keys(tokenHints),
    enumDescriptions: Object.values(tokenHints),
  },
  'tokens.descriptionBudget': budget('the description, which every conversation carries,'),
  'tokens.bodyBudget': budget('the text below the header, which the agent reads each time that it is started,'),
  'tokens.sectionBudget': budget('each section of the body, with the sections below it,'),
  'format.sortKeys': {
    type: 'boolean',
    description:
      'Whether formatting puts the keys of the header in order: those that must be there, then the others as they are documented.',
    default: defaults.format.sortKeys,
  },
  'format.listStyle': {
    type: 'string',
    description:
      'How formatting writes the lists of names in the header, such as tools and skills. A list with comments in it is left alone.',
    default: defaults.format.listStyle,
    enum: listStyleSettings,
    enumDescriptions: listStyleSettings.map((style) => listStyleDescriptions[style]),
  },
};

/** What the language client reads for itself. */
const clientSettings: Readonly<Record<string, object>> = {
  'trace.server': {
    type: 'string',
    description: 'What of the conversation between VS Code and the server is written to the output channel.',
    default: 'off',
    enum: ['off', 'messages', 'verbose'],
    enumDescriptions: ['Nothing.', 'The name of each message.', 'Each message with its content.'],
  },
};

function levelOf({ title, severity }: (typeof rules)[number]): object {
  return {
    type: 'string',
    description: `${title} (${severity} unless set)`,
    enum: levels,
    enumDescriptions: levels.map((level) => levelDescriptions[level]),
  };
}

/** `contributes.configuration` of the manifest. */
export const configuration: object = {
  title: 'Agent Authoring',
  properties: Object.fromEntries(
    Object.entries({ ...settings, ...clientSettings }).map(([name, declaration]) => [
      `agentAuthoring.${name}`,
      declaration,
    ]),
  ),
};

/** JSON schema of `.agent-authoring.json`: the settings about findings, which are a matter of the repository. */
export const configurationSchema: object = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Configuration of Agent Authoring',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    rules: settings.rules,
    maxFindings: settings.maxFindings,
    sections: settings.sections,
    report: {
      type: 'object',
      description: 'The completion report that agents hand in.',
      additionalProperties: false,
      properties: { keys: settings['report.keys'] },
    },
    tokens: {
      type: 'object',
      description: 'How large the parts of an agent may be.',
      additionalProperties: false,
      properties: {
        descriptionBudget: settings['tokens.descriptionBudget'],
        bodyBudget: settings['tokens.bodyBudget'],
        sectionBudget: settings['tokens.sectionBudget'],
      },
    },
  },
};

/**
 * The manifest with the settings of today in it and everything else as it was.
 * @throws SyntaxError when the text is not JSON, and TypeError when it is not a manifest.
 */
export function withConfiguration(manifest: string): string {
  const parsed: unknown = JSON.parse(manifest);
  const before = isRecord(parsed) ? parsed : {};
  const { contributes } = before;
  if (!isRecord(contributes)) throw new TypeError('package.json contributes nothing');
  return `${JSON.stringify({ ...before, contributes: { ...contributes, configuration } }, undefined, 2)}\n`;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
