/** Compares the values in a structured field with the shapes that the host requires. */

import type { Mapping, Scalar, Value } from '../syntax/tree';
import { isNull } from '../syntax/values';
import { quoted } from '../text/quoted';
import type { Span } from '../text/span';
import { flagMeant } from './flags';
import type { Definition } from './host';
import { lookup } from './lookup';
import type { NestedShape } from './nestedShape';

export interface NestedFault {
  /** The keys that lead to the value, with dots between. */
  readonly at: string;
  /** What belongs there, as in "Write …". */
  readonly wanted: string;
  /** Of the value. */
  readonly span: Span;
  /** The value that was probably meant. */
  readonly replacement?: string;
}

/** The first value with a wrong shape; keys that the shape does not mention are allowed. The depth of values is bounded. */
export function nestedFault(shape: NestedShape, value: Value, at: string): NestedFault | undefined {
  if (value.kind === 'alias' || value.kind === 'broken') return undefined;
  switch (shape.kind) {
    case 'mapping':
      return value.kind === 'mapping' ? mappingFault(shape, value, at) : wrongValue(shape, value, at);
    case 'named':
      return value.kind === 'mapping'
        ? firstOf(value.entries, (entry) => nestedFault(shape.value, entry.value, below(at, entry.key)))
        : wrongValue(shape, value, at);
    case 'sequence':
      return value.kind === 'sequence'
        ? firstOf(value.items, (item) => nestedFault(shape.item, item.value, at))
        : wrongValue(shape, value, at);
    case 'rule':
      if (value.kind === 'mapping')
        return firstOf(value.entries, (entry) => nestedFault(shape.word, entry.value, below(at, entry.key)));
      return fits(shape.word, value) ? undefined : wrongValue(shape, value, at);
    default:
      return fits(shape, value) ? undefined : wrongValue(shape, value, at);
  }
}

/** A shape that is about one value, with nothing below it. */
type Leaf = Exclude<NestedShape, { kind: 'mapping' | 'named' | 'sequence' | 'rule' }>;

function fits(shape: Leaf, value: Value): boolean {
  if (shape.kind === 'free') return true;
  if (shape.kind === 'scalar' && shape.orMapping === true && value.kind === 'mapping') return true;
  if (shape.kind === 'scalar' && shape.anyScalar === true && value.kind === 'missing') return true;
  if (shape.kind === 'word' && shape.orNull === true && isNull(value)) return true;
  return value.kind === 'scalar' && fitsScalar(shape, value);
}

function fitsScalar(shape: Exclude<Leaf, { kind: 'free' }>, value: Scalar): boolean {
  switch (shape.kind) {
    case 'scalar':
      if (shape.anyScalar === true) return true;
      return value.type === shape.type && (shape.nonEmpty !== true || value.text !== '');
    case 'positive':
      return value.type === 'number' && isPositive(shape, Number(value.text));
    case 'url':
      return value.type === 'string' && isAbsoluteUrl(value.text);
    case 'address':
      return value.type === 'string' && isAddress(value.text);
    case 'word':
      return isChoice(shape, value);
  }
}

function wrongValue(shape: NestedShape, value: Value, at: string): NestedFault {
  const replacement = value.kind === 'scalar' ? replacementFor(shape, value.text) : undefined;
  return {
    at: at.slice(0, MAX_PATH),
    wanted: wantedFor(shape),
    span: value.span,
    ...(replacement === undefined ? {} : { replacement }),
  };
}

/** UTF-16 units of the keys that lead to a value. More would hide the rest of a message. */
const MAX_PATH = 60;

function mappingFault(
  shape: Extract<NestedShape, { kind: 'mapping' }>,
  value: Mapping,
  at: string,
): NestedFault | undefined {
  for (const key of shape.needs ?? []) {
    const needed = lookup(shape.keys, key);
    if (needed !== undefined && !value.entries.some((entry) => entry.key === key))
      return { at: below(at, key), wanted: wantedFor(needed.value), span: value.span };
  }
  return (
    keysFault(shape, value, at) ??
    firstOf(value.entries, ({ key, value: inner }) => {
      const known = lookup(shape.keys, key)?.value ?? shape.rest;
      return known === undefined ? undefined : nestedFault(known, inner, below(at, key));
    })
  );
}

/** A key that is missing, or that must not be beside another one. */
function keysFault(
  { oneOf = [], excludes = {} }: Extract<NestedShape, { kind: 'mapping' }>,
  { entries, span }: Mapping,
  at: string,
): NestedFault | undefined {
  const has = (key: string): boolean => entries.some((entry) => entry.key === key);
  if (oneOf.length > 0 && !oneOf.some(has)) return { at, wanted: oneOf.map((key) => `\`${key}\``).join(' or '), span };
  for (const { key } of entries) {
    const odd = entries.find((entry) => lookup(excludes, key)?.includes(entry.key) === true);
    if (odd !== undefined) return { at: below(at, odd.key), wanted: `nothing beside \`${key}\``, span: odd.value.span };
  }
  return undefined;
}

/** A value of a hook or server that the host cannot use. */
export interface KeyFault {
  readonly span: Span;
  /** As the start of a sentence. */
  readonly what: string;
  /** As a sentence. */
  readonly instead: string;
  /** The value that was probably meant. */
  readonly replacement?: string;
}

/** The wrong values of a hook or server, in file order. A required key without a value is missing, not wrong. */
export const keyFaults = ({ entries }: Mapping, { keys, needs }: Definition): readonly KeyFault[] =>
  entries.flatMap(({ key, keySpan, value }) => {
    const shape = lookup(keys, key)?.value;
    if (shape === undefined || (value.kind === 'missing' && needs.includes(key))) return [];
    const found = nestedFault(shape, value, key);
    if (found === undefined) return [];
    const { at, wanted, span, replacement } = found;
    return [
      {
        span: value.kind === 'missing' ? keySpan : span,
        what: `Invalid ${quoted(at)}`,
        instead: `Write ${wanted}.`,
        ...(replacement === undefined ? {} : { replacement }),
      },
    ];
  });

const below = (at: string, key: string): string => (at === '' ? key : `${at}.${key}`);

const isChoice = ({ choices }: Extract<NestedShape, { kind: 'word' }>, { type, text }: Scalar): boolean =>
  type === 'string' && choices.some(({ value }) => value === text);

/** Whether a URL parser accepts the text without a base: a scheme, and after those of the web a host. */
const isAbsoluteUrl = (text: string): boolean =>
  /^\s*(?:(?:https?|wss?|ftp):[\\/]*[^\s\\/?#]|(?!(?:https?|wss?|ftp):)[a-z][a-z\d+.-]*:)/i.test(text);

const isPositive = ({ whole }: Extract<NestedShape, { kind: 'positive' }>, number: number): boolean =>
  number > 0 && (whole !== true || Number.isInteger(number));

/** Whether a client can connect to the address. What a variable such as `${HOST}` contains is not known. */
const isAddress = (text: string): boolean => text.includes('${') || /^\s*(?:https?|wss?):[\\/]*[^\s\\/?#]/i.test(text);

/** A number in quotes or with a unit of seconds, or a flag in other words. */
function replacementFor(shape: NestedShape, text: string): string | undefined {
  if (shape.kind === 'positive') return /^\s*0*([1-9]\d*(?:\.\d+)?)\s*(?:s|sec|seconds?)?\s*$/i.exec(text)?.[1];
  if (shape.kind === 'rule') return replacementFor(shape.word, text);
  if (shape.kind === 'word')
    return shape.choices.find(({ value }) => value.toLowerCase() === text.trim().toLowerCase())?.value;
  return shape.kind === 'scalar' && shape.type === 'boolean' ? flagMeant(text) : undefined;
}

function firstOf<T>(all: readonly T[], find: (one: T) => NestedFault | undefined): NestedFault | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

function wantedFor(shape: NestedShape): string {
  switch (shape.kind) {
    case 'scalar':
      return shape.type === 'string'
        ? shape.nonEmpty === true
          ? 'a text that is not empty'
          : 'a string'
        : shape.type === 'number'
          ? 'a number without quotes'
          : '`true` or `false`';
    case 'positive':
      return `a ${shape.whole === true ? 'whole number' : 'number'} greater than 0, without quotes or a unit`;
    case 'url':
      return 'an absolute URL';
    case 'address':
      return 'a URL that begins with `http://` or `https://`, or for a web socket with `ws://` or `wss://`';
    case 'word':
      return shape.choices.map(({ value }) => `\`${value}\``).join(' or ');
    case 'rule':
      return `${wantedFor(shape.word)}, or one of them for each pattern`;
    case 'sequence':
      return 'a list';
    case 'named':
    case 'mapping':
      return 'a mapping';
    case 'free':
      return 'a value';
  }
}
