/** Compares a value with the shape that a field demands. */

import type { Scalar, Value } from '../syntax/tree';
import type { Choice, Field, Shape } from './field';
import { lookup } from './lookup';
import { closestOf } from './toolName';

/** What is wrong with a value. */
export interface Fault {
  /** What the value is instead, as in "`x` is …". */
  readonly what: string;
  /** What to write, as in "Write a or b". */
  readonly wanted: readonly string[];
  /** Replacements that suggest themselves, best first. */
  readonly instead: readonly string[];
  /** Whether the only replacement is what the writer surely meant. */
  readonly sure: boolean;
  /** What the host does, where it differs from the field's usual answer. */
  readonly effect?: string;
}

/** The fault of `value` for `field`, or undefined when the host can use it or when nothing certain can be said. */
export function faultOf(field: Field, value: Value): Fault | undefined {
  if (value.kind === 'broken' || value.kind === 'alias') return undefined;
  if (field.ignoredIn !== undefined) return undefined; // whatever it says
  // A person is often about to type the value; only where its absence loses the agent is that worth a finding.
  if (value.kind === 'missing') return field.required === true ? fault('nothing', ['a text']) : undefined;
  return faultOfShape(field.shape, value);
}

function faultOfShape(
  shape: Shape,
  value: Exclude<Value, { kind: 'missing' | 'broken' | 'alias' }>,
): Fault | undefined {
  switch (shape.kind) {
    case 'string':
      return value.kind === 'scalar' ? faultOfText(shape, value) : fault(nounOf(value), ['a text']);
    case 'model':
      return value.kind === 'scalar' ? undefined : fault(nounOf(value), ['one model name']);
    case 'flag':
      return value.kind === 'scalar' ? faultOfFlag(value) : fault(nounOf(value), ['`true`', '`false`']);
    case 'integer':
      return value.kind === 'scalar' && isIntegerFrom(value.text, shape.min)
        ? undefined
        : fault('no such number', [`a whole number from ${shape.min}`]);
    case 'choice':
      return value.kind === 'scalar' ? faultOfChoice(shape, value) : fault(nounOf(value), namesOf(shape.choices));
    case 'tools':
    case 'names':
      return value.kind === 'sequence' || (value.kind === 'scalar' && value.type === 'string')
        ? undefined
        : fault(nounOf(value), ['names separated by commas', 'a list']);
    case 'mapping':
      return value.kind === 'mapping' ? undefined : fault(nounOf(value), ['a map']);
    case 'sequence':
      return value.kind === 'sequence' ? undefined : fault(nounOf(value), ['a list, one `- ` line an entry']);
  }
}

const fault = (what: string, wanted: readonly string[], instead: readonly string[] = [], sure = false): Fault => ({
  what,
  wanted,
  instead,
  sure,
});

function nounOf(value: Value): string {
  if (value.kind === 'mapping') return 'a map';
  if (value.kind === 'sequence') return 'a list';
  if (value.kind !== 'scalar') return 'no value';
  return value.type === 'string' ? 'a text' : value.type === 'null' ? 'null' : `a ${value.type}`;
}

function faultOfText(shape: Extract<Shape, { kind: 'string' }>, value: Scalar): Fault | undefined {
  if (value.type !== 'string')
    return fault(
      `a ${value.type === 'null' ? 'null' : value.type} to YAML`,
      ['a text in quotes'],
      [`"${value.text}"`],
      true,
    );
  if (value.text.length < (shape.minLength ?? 0)) return fault('too short', [`at least ${shape.minLength} characters`]);
  if (value.text.length > (shape.maxLength ?? Number.POSITIVE_INFINITY))
    return fault('too long', [`at most ${shape.maxLength} characters`]);
  const forbidden = shape.forbidden?.find(({ at, text }) =>
    at === 'start' ? value.text.startsWith(text) : value.text.includes(text),
  );
  if (forbidden === undefined) return undefined;
  const where =
    forbidden.at === 'start'
      ? `a text that begins with \`${forbidden.text}\``
      : `a text with \`${forbidden.text}\` in it`;
  return { ...fault(where, [`one without \`${forbidden.text}\``]), effect: forbidden.effect };
}

const spokenFlags: Readonly<Record<string, string>> = {
  yes: 'true',
  on: 'true',
  y: 'true',
  '1': 'true',
  no: 'false',
  off: 'false',
  n: 'false',
  '0': 'false',
};

function faultOfFlag(value: Scalar): Fault | undefined {
  if (value.type === 'boolean') return undefined;
  if (value.text === 'true' || value.text === 'false') return undefined;
  const lower = value.text.toLowerCase();
  const meant =
    lower === 'true' || lower === 'false' ? lower : Object.hasOwn(spokenFlags, lower) ? spokenFlags[lower] : undefined;
  return fault('neither true nor false', ['`true`', '`false`'], meant === undefined ? [] : [meant], true);
}

function isIntegerFrom(text: string, min: number): boolean {
  const trimmed = text.trim();
  const number = Number(trimmed);
  return trimmed !== '' && Number.isInteger(number) && number >= min;
}

function faultOfChoice(shape: Extract<Shape, { kind: 'choice' }>, value: Scalar): Fault | undefined {
  if (shape.orInteger === true && isIntegerFrom(value.text, Number.NEGATIVE_INFINITY)) return undefined;
  const written = shape.anyCase === true ? value.text.toLowerCase() : value.text;
  if (value.type === 'string' && shape.choices.some((choice) => choice.value === written)) return undefined;
  const exact = shape.choices.find((choice) => choice.value.toLowerCase() === value.text.trim().toLowerCase())?.value;
  const known = shape.near === undefined ? undefined : lookup(shape.near, value.text.trim().toLowerCase());
  const meant =
    exact ??
    known ??
    nearestColour(value.text, shape.choices) ??
    closestOf(
      value.text,
      shape.choices.map((choice) => choice.value),
    );
  return fault(
    'not one of its values',
    namesOf(shape.choices),
    meant === undefined ? [] : [meant],
    exact !== undefined,
  );
}

/** The choice whose colour comes nearest to a hex colour; undefined for other texts and for choices without colours. */
function nearestColour(text: string, choices: readonly Choice[]): string | undefined {
  const wanted = channelsOf(text);
  if (wanted === undefined) return undefined;
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { value, rgb } of choices) {
    const channels = rgb === undefined ? undefined : channelsOf(rgb);
    if (channels === undefined) continue;
    const distance = wanted.reduce((sum, channel, i) => sum + (channel - (channels[i] ?? 0)) ** 2, 0);
    if (distance < least) {
      nearest = value;
      least = distance;
    }
  }
  return nearest;
}

/** Red, green and blue (0 to 255) of `#RGB` or `#RRGGBB`. */
function channelsOf(text: string): readonly number[] | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text.trim());
  const digits = short === null ? /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim()) : short;
  return digits?.slice(1).map((channel) => Number.parseInt(channel.length === 1 ? channel + channel : channel, 16));
}

const namesOf = (choices: readonly Choice[]): readonly string[] =>
  choices.filter((choice) => choice.aliasOf === undefined).map((choice) => `\`${choice.value}\``);
