/** Compares a value with the shape that a field requires. */

import type { Mapping, Scalar, Value } from '../syntax/tree';
import { isNull } from '../syntax/values';
import { closestOf } from '../text/closest';
import { slugOf } from '../text/paths';
import { quoted } from '../text/quoted';
import { nearestColor } from './colors';
import { type Fault, fault, nounOfValue, withEffect } from './fault';
import type { Field, Shape, TextFault, TextPattern } from './field';
import { flagMeant } from './flags';
import { faultOfEmpty, faultOfItems, faultOfModels, faultOfNested, listInstead } from './listFaults';
import { lookup } from './lookup';
import { faultInPlaceOfMap, faultOfModel } from './mapFaults';
import { nestedFault } from './nestedFault';
import type { NestedShape } from './nestedShape';
import { isIntegerFrom, isNumber, withoutQuotes } from './numbers';
import { wantedFor } from './shapeWords';
import type { Others, WrongPart } from './valueFault';

/**
 * The fault of `value` for `field`, or undefined when the host can use it or when nothing certain can be said.
 * @param others The other fields of the file; nothing is known of them when omitted.
 */
export function faultOf(field: Field, value: Value, others?: Others): Fault | undefined {
  if (value.kind === 'broken' || value.kind === 'alias') return undefined;
  if (field.ignoredIn !== undefined) return undefined; // whatever its value
  if (field.ofNull === 'accepted' && isNull(value)) return undefined;
  // A person is often about to type the value, so it is reported only where the agent does not load without it.
  if (value.kind === 'missing')
    return field.required === true || field.ofNull === 'refused' ? fault('nothing', wantedFor(field.shape)) : undefined;
  if (field.shape.kind === 'checked') return checkedFault(field.shape, value, others);
  if (field.ofMapping !== undefined && hasMapping(value))
    return withEffect(fault(nounOfValue(value), wantedFor(field.shape)), field.ofMapping);
  return faultOfShape(field.shape, value, field.nested);
}

const hasMapping = (value: Value): boolean =>
  value.kind === 'mapping' || (value.kind === 'sequence' && value.items.some((item) => hasMapping(item.value)));

/** A value that is there and says something by itself. */
type Present = Exclude<Value, { kind: 'missing' | 'broken' | 'alias' }>;

function faultOfShape(shape: Shape, value: Present, nested: NestedShape | undefined): Fault | undefined {
  const wanted = wantedFor(shape);
  const other = fault(nounOfValue(value), wanted);
  switch (shape.kind) {
    case 'string':
      if (shape.converts !== undefined) return faultOfConverted(shape, shape.converts(value), value);
      if (shape.orList === true && value.kind === 'sequence') return faultOfItems(value, shape);
      return value.kind === 'scalar' ? faultOfText(shape, value) : other;
    case 'model':
      return faultOfModelValue(shape, value, other);
    case 'flag':
      return value.kind === 'scalar' ? faultOfFlag(shape, value) : other;
    case 'integer':
      return value.kind === 'scalar' ? faultOfInteger(shape, value) : other;
    case 'number':
      return faultOfNumber(shape, value);
    case 'choice':
      if (value.kind === 'mapping' && shape.orMapping !== undefined) return faultInMapping(shape.orMapping, value);
      return value.kind === 'scalar' ? faultOfChoice(shape, value) : other;
    case 'tools':
    case 'names':
      return faultOfList(shape, value, other);
    case 'checked':
      return checkedFault(shape, value);
    case 'mapping':
      if (shape.orEmptyList === true && value.kind === 'sequence' && value.items.length === 0) return undefined;
      return value.kind === 'mapping' ? faultBelow(shape, nested, value) : faultInPlaceOfMap(shape, value, other);
    case 'sequence':
      return value.kind === 'sequence' ? undefined : other;
  }
}

/** @param other The fault of a value of another kind. */
function faultOfModelValue(shape: Extract<Shape, { kind: 'model' }>, value: Present, other: Fault): Fault | undefined {
  const { empty, orList, converts, pattern, form } = shape;
  if (value.kind === 'scalar' && value.text === '' && empty !== undefined)
    return { ...fault('empty', wantedFor(shape)), effect: empty };
  if (orList === 'filled' && value.kind === 'sequence') return faultOfModels(value);
  if (orList === 'any' && value.kind === 'sequence') return undefined;
  if (converts !== undefined) {
    const text = converts(value);
    if (text === undefined) return other;
    const isFine = text === '' || pattern?.matches(text) !== false;
    return isFine ? undefined : fault('not in the required form', [pattern.wanted]);
  }
  if (value.kind !== 'scalar' || (shape.text === true && value.type !== 'string')) return other;
  return form === undefined ? undefined : faultOfModel(form, value);
}

/** @param other The fault of a value of another kind. */
function faultOfList(
  shape: Extract<Shape, { kind: 'tools' | 'names' }>,
  value: Present,
  other: Fault,
): Fault | undefined {
  if (value.kind !== 'sequence') {
    if (shape.only === 'list') return listInstead(value, other);
    return value.kind === 'scalar' && value.type === 'string' ? undefined : other;
  }
  if (shape.only === 'list' || shape.checksItems === true) return faultOfItems(value, shape);
  return (shape.kind === 'tools' ? faultOfEmpty(value, shape.emptyName) : undefined) ?? faultOfNested(value);
}

function checkedFault(
  { faultIn }: Extract<Shape, { kind: 'checked' }>,
  value: Value,
  others?: Others,
): Fault | undefined {
  const found = faultIn(value, others);
  if (found === undefined) return undefined;
  const { span, what, wanted, instead, effect, isMild } = found;
  return {
    ...fault(what, [wanted], instead === undefined ? [] : [instead]),
    at: span,
    ...(effect === undefined ? {} : { effect }),
    ...(isMild === true ? { severity: 'warning' as const } : {}),
  };
}

function faultBelow(
  shape: Extract<Shape, { kind: 'mapping' }>,
  nested: NestedShape | undefined,
  value: Mapping,
): Fault | undefined {
  const isChecked = shape.checked === true && nested !== undefined;
  const found: WrongPart | undefined =
    shape.faultBelow?.(value) ?? (isChecked ? nestedFault(nested, value, '') : undefined);
  return found === undefined ? undefined : withEffect(faultOfPart(found), shape.below);
}

function faultInMapping(nested: NestedShape, value: Mapping): Fault | undefined {
  const found = nestedFault(nested, value, '');
  return found === undefined ? undefined : faultOfPart(found);
}

function faultOfPart({ at, wanted, isMissing, replacement, span }: WrongPart): Fault {
  const what = isMissing === true ? `a mapping without ${quoted(at)}` : `a mapping with a wrong ${quoted(at)}`;
  return {
    ...fault(
      at === '' ? 'an incomplete mapping' : what,
      [`${wanted} there`],
      replacement === undefined ? [] : [replacement],
    ),
    ...(span !== undefined && { at: span }),
  };
}

/** The fault of what the host makes of a value. */
function faultOfConverted(
  { converts: _done, ...shape }: Extract<Shape, { kind: 'string' }>,
  text: string | undefined,
  value: Present,
): Fault | undefined {
  if (text === undefined) return fault(nounOfValue(value), wantedFor(shape));
  return faultOfText(shape, {
    kind: 'scalar',
    style: 'double',
    type: 'string',
    text,
    span: value.span,
    inner: value.span,
  });
}

function faultOfText(shape: Extract<Shape, { kind: 'string' }>, value: Scalar): Fault | undefined {
  const type = value.type === 'string' && value.style === 'plain' ? shape.otherType?.(value.text) : value.type;
  const isText = type === 'string' || (shape.scalars === true && (type === 'number' || type === 'boolean'));
  if (type !== undefined && !isText)
    return fault(
      `a ${type} in YAML`,
      ['a string in quotes'],
      [`"${value.text}"`],
      shape.pattern?.matches(value.text) ?? true,
    );
  if (value.text.length < (shape.minLength ?? 0)) return fault('too short', [`at least ${shape.minLength} characters`]);
  if (value.text.length > (shape.maxLength ?? Number.POSITIVE_INFINITY))
    return fault('too long', [`at most ${shape.maxLength} characters`]);
  if (shape.pattern !== undefined && !shape.pattern.matches(value.text)) return faultOfPattern(shape.pattern, value);
  const forbidden = shape.forbidden?.find(({ at, text }) => isIn(value.text, at, text));
  if (forbidden === undefined) return undefined;
  if (forbidden.at === 'whole') return { ...fault('not allowed here', ['another value']), effect: forbidden.effect };
  const where =
    forbidden.at === 'start'
      ? `a string that starts with \`${forbidden.text}\``
      : `a string that contains \`${forbidden.text}\``;
  return { ...fault(where, [`one without \`${forbidden.text}\``]), effect: forbidden.effect };
}

const isIn = (whole: string, at: TextFault['at'], text: string): boolean =>
  at === 'whole' ? whole === text : at === 'start' ? whole.startsWith(text) : whole.includes(text);

/** Suggests the text in lower case with hyphens, when that is what is wanted. */
function faultOfPattern({ matches, wanted }: TextPattern, { text }: Scalar): Fault {
  const slug = slugOf(text);
  return fault('not in the required form', [wanted], slug !== undefined && matches(slug) ? [slug] : []);
}

function faultOfInteger(shape: Extract<Shape, { kind: 'integer' }>, value: Scalar): Fault | undefined {
  if (isIntegerFrom(value, shape)) return undefined;
  const meant = withoutQuotes(value);
  if (meant !== undefined && isIntegerFrom(meant, shape)) return faultOfQuotes(meant, wantedFor(shape));
  const anySize = { ...shape, min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
  return fault(isIntegerFrom(value, anySize) ? 'out of range' : 'not a whole number', wantedFor(shape));
}

function faultOfNumber(shape: Extract<Shape, { kind: 'number' }>, value: Present): Fault | undefined {
  if (value.kind === 'scalar' && isNumber(shape, value)) return undefined;
  const meant = value.kind === 'scalar' ? withoutQuotes(value) : undefined;
  return meant === undefined ? fault('not a number in YAML', wantedFor(shape)) : faultOfQuotes(meant, wantedFor(shape));
}

/** The quotes make a text of the number, and nothing else is wrong. */
const faultOfQuotes = ({ text }: Scalar, wanted: readonly string[]): Fault =>
  fault('a text in quotes', wanted, [text], true);

function faultOfFlag({ unquoted, words }: Extract<Shape, { kind: 'flag' }>, value: Scalar): Fault | undefined {
  if (value.type === 'boolean') return undefined;
  const isWord = value.text === 'true' || value.text === 'false';
  if (isWord && unquoted !== true) return undefined;
  if (words === true && (value.type === 'null' || FLAG_WORD.test(value.text))) return undefined;
  const meant = flagMeant(value.text);
  const what = isWord ? 'a text in quotes' : 'neither true nor false';
  return fault(what, ['`true`', '`false`'], meant === undefined ? [] : [meant], true);
}

/** The words that a host with `words` takes for true and false. */
const FLAG_WORD = /^(?:true|false|yes|no|on|off|1|0)$/i;

function faultOfChoice(shape: Extract<Shape, { kind: 'choice' }>, value: Scalar): Fault | undefined {
  if (shape.orInteger === true && isIntegerFrom(value, { min: Number.NEGATIVE_INFINITY })) return undefined;
  if (shape.orEmpty === true && value.type === 'string' && value.text === '') return undefined;
  const written = shape.anyCase === true ? value.text.toLowerCase() : value.text;
  if (value.type === 'string' && shape.choices.some((choice) => choice.value === written)) return undefined;
  if (value.type === 'string' && shape.orPattern?.matches(value.text) === true) return undefined;
  const exact = shape.choices.find((choice) => choice.value.toLowerCase() === value.text.trim().toLowerCase())?.value;
  const known = shape.near === undefined ? undefined : lookup(shape.near, value.text.trim().toLowerCase());
  const meant =
    exact ??
    known ??
    nearestColor(value.text, shape.choices) ??
    closestOf(
      value.text,
      shape.choices.map((choice) => choice.value),
    );
  return fault('not one of its values', wantedFor(shape), meant === undefined ? [] : [meant], exact !== undefined);
}
