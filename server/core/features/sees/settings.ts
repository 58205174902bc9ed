/** The other fields of an agent as the host takes them: its model and effort first, then what else is written. */
import type { Agent } from '../../agent/agent';
import { entryOf } from '../../agent/fields';
import type { Field, FieldRole } from '../../hosts/field';
import { fieldByRole, lookup } from '../../hosts/lookup';
import { faultOf } from '../../hosts/shapes';
import type { Entry, Value } from '../../syntax/tree';
import { quoted } from '../../text/quoted';
import { lineText, type Part } from './part';

/** Fields that other parts are about. */
const ELSEWHERE: readonly FieldRole[] = [
  'identity',
  'purpose',
  'allow',
  'approve',
  'deny',
  'events',
  'servers',
  'skills',
  'prompt-text',
  'tool-switches',
  'tool-permissions',
];

/** How many fields that the host does not know are named. */
const SHOWN = 20;

export function settingsPart(agent: Agent): Part | undefined {
  const { format } = agent;
  // They are worth a line without a value too.
  const first = [fieldByRole(format, 'model'), fieldByRole(format, 'effort')].flatMap((field) => field ?? []);
  const firstKeys = new Set(first.map(({ key }) => key));
  const rest = Object.entries(format.fields).flatMap(([key, field]) => {
    const isOther = firstKeys.has(key) || (field.role !== undefined && ELSEWHERE.includes(field.role));
    return isOther || entryOf(agent, { key }) === undefined ? [] : [{ key, field }];
  });
  const unknown = agent.entries().filter(({ key }) => lookup(format.fields, key) === undefined);
  const lines = [
    ...[...first, ...rest].map(({ key, field }) => lineFor(key, field, agent)),
    ...unknown
      .slice(0, SHOWN)
      .map((entry) => `${quoted(entry.key)}, ${lineText(agent, entry.keySpan)}, is not a field: ${effectOf(agent)}`),
    ...(unknown.length > SHOWN ? [`${unknown.length - SHOWN} more keys are not fields`] : []),
  ];
  return lines.length === 0 ? undefined : { title: 'Model and other fields', lines };
}

const effectOf = ({ format: { host, on } }: Agent): string => `${host.name} ${on.unknownField.says}`;

function lineFor(key: string, field: Field, agent: Agent): string {
  const entry = entryOf(agent, { key });
  if (entry === undefined) return `\`${key}\` is not set: ${field.default ?? 'the host decides'}`;
  const what = `\`${key}\` is ${valueText(entry)}, ${lineText(agent, entry.keySpan)}`;
  const problem = problemOf(field, entry.value, agent);
  return problem === undefined ? what : `${what}: ${problem}`;
}

/** Why a value does not count as it is written. */
function problemOf(field: Field, value: Value, agent: Agent): string | undefined {
  const { host } = agent.format;
  if (field.ignoredIn !== undefined) return `ignored in ${field.ignoredIn}`;
  if (field.noEffect !== undefined) return field.noEffect.replace(/\.$/, '');
  if (faultOf(field, value) !== undefined) return `${host.name} ${field.onInvalid}`;
  return field.mainSession === true ? 'counts only when the agent runs as the main session' : undefined;
}

function valueText({ value }: Entry): string {
  switch (value.kind) {
    case 'scalar':
      return quoted(value.text);
    case 'sequence':
      return `a list of ${value.items.length}`;
    case 'mapping':
      return 'a map';
    case 'alias':
      return `a reference to ${quoted(value.target)}`;
    case 'missing':
      return 'empty';
    case 'broken':
      return 'not readable';
  }
}
