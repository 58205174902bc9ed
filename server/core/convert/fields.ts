/** The fields of an agent besides its tools, as another host has them. */

import type { Agent } from '../agent/agent';
import { INHERITED, type Mode, type Plain } from '../hosts/conversion';
import type { Field, FieldRole } from '../hosts/field';
import { classifyField } from '../hosts/fieldName';
import type { Format } from '../hosts/host';
import { type FieldWithKey, fieldByRole, lookup } from '../hosts/lookup';
import { countingEntry } from '../hosts/reading';
import { faultOf } from '../hosts/shapes';
import type { Entry, Value } from '../syntax/tree';
import { isNothing } from '../syntax/values';
import { slugOf } from '../text/paths';
import { quoted } from '../text/quoted';
import { type Change, changed, kept, lost } from './report';

export interface ConvertedFields {
  readonly name: string;
  readonly fields: Readonly<Record<string, Plain>>;
  readonly changes: readonly Change[];
  /** Limits of the source that the target has no words for, one sentence each. */
  readonly widens: readonly string[];
}

/** One field of the source in the target: what is written, and what to say about it. */
interface Outcome {
  readonly fields?: Readonly<Record<string, Plain>>;
  readonly change: Change;
  readonly widens?: string;
}

/** Roles whose values mean the same for every host. */
const sameForAll: readonly FieldRole[] = ['purpose', 'turns', 'effort', 'temperature', 'color'];

/** Roles of fields that are converted apart from the others. */
const ELSEWHERE: readonly FieldRole[] = [
  'identity',
  'allow',
  'deny',
  'tool-switches',
  'tool-permissions',
  'prompt-text',
];

/** Converts all fields but those that grant and deny tools. */
export function convertedFields(agent: Agent, target: Format): ConvertedFields {
  const named = nameFor(agent.verdict()?.name ?? agent.name() ?? 'agent', target);
  const fields: Record<string, Plain> = { ...named.fields };
  const started = startersFor(agent, target);
  Object.assign(fields, started.fields);
  const changes: Change[] = [named.change, ...started.changes];
  const widens: string[] = [...started.widens];
  for (const entry of counting(agent)) {
    if (agent.format.starters?.keys.includes(entry.key)) continue;
    const role = lookup(agent.format.fields, entry.key)?.role;
    if (role !== undefined && ELSEWHERE.includes(role)) continue;
    const outcome = outcomeOf(entry, role, agent.format, target);
    Object.assign(fields, outcome.fields);
    changes.push(outcome.change);
    if (outcome.widens !== undefined) widens.push(outcome.widens);
  }
  return { name: named.name, fields, changes, widens };
}

/** The fields that say who starts the agent. */
function startersFor(
  agent: Agent,
  { host, conversion }: Format,
): Pick<ConvertedFields, 'fields' | 'changes' | 'widens'> {
  const { starters } = agent.format;
  const starter = starters?.of(agent.entries()) ?? 'unsaid';
  const fields = conversion?.starters?.[starter] ?? {};
  const [now] = Object.entries(fields).map(([key, value]) => ({ key, written: `${key}: ${String(value)}` }));
  const why = `Other agents start every agent of ${host.name}.`;
  const isOpened = starter === 'user' && Object.keys(fields).length === 0;
  const widens = isOpened ? [`Other agents may start the agent, which only a person can do now.`] : [];
  return { fields, changes: counting(agent).flatMap(changeOf), widens };

  function changeOf({ key, value }: Entry): readonly Change[] {
    if (starters?.keys.includes(key) !== true || isNothing(value)) return [];
    if (now !== undefined) return [now.key === key ? kept(key) : changed(key, now.written)];
    if (conversion?.starters === undefined) return [starter === 'agents' ? kept(key, why) : lost(key, why)];
    return [
      starter === 'both'
        ? kept(key, `${host.name} does so without a field.`)
        : lost(key, `${host.name} has no such field.`),
    ];
  }
}

/** The entries that count for the host, one of each key. */
function counting({ entries, format }: Agent): readonly Entry[] {
  const all = entries();
  const { counts } = format.on.duplicateKey;
  return [...new Set(all.map(({ key }) => key))].flatMap((key) => countingEntry(all, key, counts) ?? []);
}

/** The name, in the spelling that the target accepts. */
function nameFor(name: string, target: Format): Outcome & { readonly name: string } {
  const identity = fieldByRole(target, 'identity');
  const now = identity === undefined || isAccepted(name, identity.field) ? name : plainName(name);
  const fields = identity === undefined ? {} : { [identity.key]: now };
  const what = identity?.key ?? 'name';
  return {
    name: now,
    fields,
    change:
      now === name ? kept(what) : changed(what, now, `${target.host.name} does not accept the name ${quoted(name)}.`),
  };
}

/** In UTF-16 code units: what every host accepts. */
const LONGEST_NAME = 50;

/** A name that every host accepts. */
const plainName = (name: string): string => slugOf((slugOf(name) ?? '').slice(0, LONGEST_NAME)) ?? 'agent';

const isAccepted = (text: string, field: Field): boolean => faultOf(field, asValue(text)) === undefined;

/** A value as if it was written in quotes. */
function asValue(plain: string | number): Value {
  const span = { start: 0, end: 0 };
  return typeof plain === 'number'
    ? { kind: 'scalar', style: 'plain', type: 'number', text: String(plain), span, inner: span }
    : { kind: 'scalar', style: 'double', type: 'string', text: plain, span, inner: span };
}

function outcomeOf(entry: Entry, role: FieldRole | undefined, source: Format, target: Format): Outcome {
  const { key, value } = entry;
  const { host } = target;
  if (isNothing(value)) return { change: kept(key) };
  const counterpart = role === undefined ? undefined : fieldByRole(target, role);
  switch (role) {
    case 'model':
      return modelOutcome(key, value, counterpart, source, target);
    case 'mode':
      return modeOutcome(key, value, counterpart, source, target);
    case 'events': {
      const guards = value.kind === 'mapping' && value.entries.some((one) => source.hooks?.guards.includes(one.key));
      const change = lost(key, `Hooks of ${source.host.name} are not converted for ${host.name}.`);
      return guards
        ? { change, widens: `The hooks in ${quoted(key)}, which check the use of tools, do not run.` }
        : { change };
    }
    default:
  }
  if (role === undefined || !sameForAll.includes(role) || counterpart === undefined) {
    const has = counterpart?.key ?? keyLike(key, target);
    return {
      change: lost(
        key,
        has === undefined
          ? `${host.name} has no such field.`
          : `${host.name} has the field ${quoted(has)}, but values of this field are not converted.`,
      ),
    };
  }
  const plain = plainOf(value);
  if (plain === undefined || faultOf(counterpart.field, asValue(plain)) !== undefined)
    return { change: lost(key, `${host.name} does not accept the value.`) };
  const change = counterpart.key === key ? kept(key) : changed(key, counterpart.key);
  return { fields: { [counterpart.key]: plain }, change };
}

/** The field of a format with this key, or one that differs in its spelling only. */
function keyLike(key: string, format: Format): string | undefined {
  const name = classifyField(key, format);
  if (name.kind === 'known') return key;
  return name.kind === 'misspelled' ? name.meant : undefined;
}

function modelOutcome(
  key: string,
  value: Value,
  counterpart: FieldWithKey | undefined,
  source: Format,
  { host, conversion }: Format,
): Outcome {
  const written = value.kind === 'scalar' ? value.text : '';
  const meaning = lookup(source.conversion?.models ?? {}, written);
  if (meaning === INHERITED)
    return { change: kept(key, `${host.name} uses the model of the session where none is written.`) };
  const now = Object.entries(conversion?.models ?? {}).find(([, one]) => one === meaning)?.[0];
  return counterpart === undefined || meaning === undefined || now === undefined
    ? { change: lost(key, `${host.name} has no name for the model ${quoted(written)}, so the default is used.`) }
    : { fields: { [counterpart.key]: now }, change: now === written ? kept(key) : changed(key, now) };
}

function modeOutcome(
  key: string,
  value: Value,
  counterpart: FieldWithKey | undefined,
  source: Format,
  target: Format,
): Outcome {
  const written = value.kind === 'scalar' ? value.text : '';
  const meaning = modeOf(written, source);
  const now = counterpart === undefined ? undefined : modeFor(meaning, target);
  if (counterpart !== undefined && now !== undefined)
    return { fields: { [counterpart.key]: now }, change: now === written ? kept(key) : changed(key, now) };
  return meaning === 'plan'
    ? {
        change: changed(
          key,
          (fieldByRole(target, 'tool-permissions') ?? fieldByRole(target, 'allow'))?.key ?? key,
          `${target.host.name} has no such mode, so the tools that change something are left out.`,
        ),
      }
    : { change: lost(key, `${target.host.name} has no such mode.`) };
}

const modeOf = (written: string, { conversion }: Format): Mode | undefined => lookup(conversion?.modes ?? {}, written);

const modeFor = (meaning: Mode | undefined, { conversion }: Format): string | undefined =>
  meaning && Object.entries(conversion?.modes ?? {}).find(([, one]) => one === meaning)?.[0];

/** Whether the agent only plans. */
export function onlyPlans(agent: Agent): boolean {
  const key = fieldByRole(agent.format, 'mode')?.key;
  const value = counting(agent).find((entry) => entry.key === key)?.value;
  return value?.kind === 'scalar' && modeOf(value.text, agent.format) === 'plan';
}

/** Whether the target has no mode for that. */
export const losesPlan = (agent: Agent, target: Format): boolean =>
  onlyPlans(agent) && modeFor('plan', target) === undefined;

/** A single value as text or number; undefined for lists, maps and what is no value. */
function plainOf(value: Value): string | number | undefined {
  if (value.kind !== 'scalar' || value.type === 'null') return undefined;
  const number = Number(value.text);
  return value.type === 'number' && Number.isFinite(number) ? number : value.text;
}
