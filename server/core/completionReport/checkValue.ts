/** Compares a value of a report with the shape that the template gives it. */
import type { Mapping, Scalar, Value } from '../syntax/tree';
import type { Span } from '../text/span';
import { below, named, type ReportFinding, step } from './finding';
import { isExample, isPlaceholder } from './placeholder';
import { examplesOf, type ReportMap, type ReportShape } from './shape';

/** Where a value is. */
export interface ReportLocation {
  /** A JSON pointer. */
  readonly path: string;
  /** The same in readable form; empty for the report itself. */
  readonly name: string;
  readonly span: Span;
}

/** A shape in words. */
export function shapeText(shape: ReportShape): string {
  if (shape.kind === 'sequence') return 'a list';
  if (shape.kind === 'mapping') return 'a mapping';
  if (shape.kind === 'any') return 'a string or a list';
  return shape.type === 'string' ? 'a string' : `a ${shape.type}`;
}

/**
 * What is wrong with `value`, which is at `at`. Recursion is bounded: neither the template nor the report nests deeper
 * than the guard of the parser allows.
 */
export function* checkValue(
  answer: string,
  shape: ReportShape,
  value: Value,
  at: ReportLocation,
): Iterable<ReportFinding> {
  if (value.kind === 'alias' || value.kind === 'broken') return;
  if (isEmpty(value)) {
    yield emptyValue(shape, at);
  } else if (shape.kind === 'any') {
    for (const example of examplesOf(answer, value)) yield* forgotten(shape.examples, example, at);
  } else if (shape.kind === 'mapping') {
    if (value.kind === 'mapping') yield* checkMap(answer, shape, value, at);
    else yield wrongShape(shape, value, at);
  } else if (shape.kind === 'sequence') {
    if (value.kind !== 'sequence') yield wrongShape(shape, value, at);
    else
      for (const [i, item] of value.items.entries())
        yield* checkValue(answer, shape.item, item.value, {
          path: at.path + step(i),
          name: below(at.name, i),
          span: item.value.span,
        });
  } else if (value.kind !== 'scalar' || (shape.type !== 'string' && shape.type !== value.type)) {
    yield wrongShape(shape, value, at);
  } else yield* forgotten(shape.examples, value.text, at);
}

const isEmpty = (value: Value): boolean =>
  value.kind === 'missing' || (value.kind === 'scalar' && (value.type === 'null' || value.text.trim() === ''));

const placed = ({ path, span }: ReportLocation): Pick<ReportFinding, 'path' | 'span'> => ({ path, span });

const emptyValue = (shape: ReportShape, at: ReportLocation): ReportFinding => ({
  code: 'empty-value',
  severity: shape.kind === 'text' ? 'error' : 'warning',
  message: `${named(at.name)} is empty; ${shape.kind === 'sequence' ? 'write `[]` when there is nothing to say' : `write ${shapeText(shape)}`}.`,
  ...placed(at),
});

const wrongShape = (shape: ReportShape, value: Value, at: ReportLocation): ReportFinding => ({
  code: 'wrong-shape',
  severity: 'error',
  message: `${named(at.name)} must be ${shapeText(shape)}, not ${valueText(value)}.`,
  ...placed(at),
});

const valueText = (value: Value): string =>
  value.kind === 'scalar' ? scalarText(value) : value.kind === 'sequence' ? 'a list' : 'a mapping';

const scalarText = ({ type }: Scalar): string => (type === 'string' || type === 'null' ? 'a string' : `a ${type}`);

function* forgotten(examples: readonly string[], text: string, at: ReportLocation): Iterable<ReportFinding> {
  if (!isPlaceholder(text) && !(examples.includes(text) && isExample(text))) return;
  const message = `${named(at.name)} still contains the placeholder ${named(text)}.`;
  yield { code: 'placeholder', severity: 'error', message, ...placed(at) };
}

function* checkMap(answer: string, shape: ReportMap, map: Mapping, at: ReportLocation): Iterable<ReportFinding> {
  const keys = new Map(shape.keys.map((key) => [key.name, key]));
  const seen = new Set<string>();
  for (const { key, keySpan, value } of map.entries) {
    const place = { path: at.path + step(key), name: below(at.name, key), span: keySpan };
    const expected = keys.get(key);
    if (seen.has(key)) {
      const message = `${named(place.name)} is duplicated; only the last one is used.`;
      yield { code: 'duplicate-key', severity: 'error', message, ...placed(place) };
    } else if (expected !== undefined) {
      const span = value.kind === 'missing' ? keySpan : value.span;
      // An optional key may also be empty.
      if (!expected.optional || !isEmpty(value)) yield* checkValue(answer, expected.shape, value, { ...place, span });
    } else if (!shape.open) {
      yield {
        code: 'unknown-key',
        severity: 'warning',
        message: `Unknown key ${named(place.name)}: the template does not have it.`,
        ...placed(place),
      };
    }
    seen.add(key);
  }
  for (const { name, shape: wanted, optional } of shape.keys) {
    if (seen.has(name) || optional) continue;
    const message = `Missing key ${named(below(at.name, name))}: add ${shapeText(wanted)}.`;
    yield { code: 'missing-key', severity: 'error', message, path: at.path + step(name), span: at.span };
  }
}
