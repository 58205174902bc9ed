/** What a template requires of a report: for each key a string, a list or a mapping, where the template is unambiguous. */
import type { Entry, Scalar, SequenceItem, Value } from '../syntax/tree';
import type { Span } from '../text/span';
import { isOptional } from './optional';
import { isPlaceholder, isPlaceholderValue } from './placeholder';

export type ReportShape =
  | {
      readonly kind: 'text';
      /** A number or a boolean in the template requires one; anything else allows any scalar. */
      readonly type: 'string' | 'number' | 'boolean';
      /** What is in the template. */
      readonly examples: readonly string[];
    }
  | { readonly kind: 'sequence'; readonly item: ReportShape }
  | ReportMap
  | { readonly kind: 'any'; readonly examples: readonly string[] }; // a placeholder that a string or a list may replace

export interface ReportMap {
  readonly kind: 'mapping';
  readonly keys: readonly ReportKey[];
  /** Whether more keys are allowed, because a key of the template is itself a placeholder. */
  readonly open: boolean;
}

/** One key of the template, in its order. */
export interface ReportKey {
  readonly name: string;
  readonly keySpan: Span;
  /** From the key to the end of its value. */
  readonly span: Span;
  readonly shape: ReportShape;
  /** Whether a report may leave it out, because the template says so. */
  readonly optional: boolean;
}

/** The shape of a map with these entries. A key that is written twice counts where it is last. */
export function mapShape(text: string, entries: readonly Entry[]): ReportMap {
  const last = new Map(entries.map((entry) => [entry.key, entry]));
  const named = [...last.values()].filter(({ key }) => key !== '' && !isPlaceholder(key));
  return {
    kind: 'mapping',
    keys: named.map((entry) => ({
      name: entry.key,
      keySpan: entry.keySpan,
      span: entry.span,
      shape: shapeOf(text, entry.value),
      optional: isOptional(text, entry),
    })),
    open: named.length < last.size,
  };
}

/** Recursion is bounded: nothing nests deeper than the guard of the parser allows. */
function shapeOf(text: string, value: Value): ReportShape {
  if (value.kind === 'scalar') return textShape([value]);
  if (isPlaceholderValue(text, value)) return { kind: 'any', examples: examplesOf(text, value) };
  if (value.kind === 'mapping') return mapShape(text, value.entries);
  if (value.kind === 'sequence') return { kind: 'sequence', item: itemShape(text, value.items) };
  return { kind: 'any', examples: [] };
}

function itemShape(text: string, items: readonly SequenceItem[]): ReportShape {
  const scalars = items.flatMap(({ value }) => (value.kind === 'scalar' ? [value] : []));
  if (items.length > 0 && scalars.length === items.length) return textShape(scalars);
  const [first] = items;
  const isUniform = items.every(({ value }) => value.kind === 'mapping');
  return first !== undefined && isUniform && items.length === 1
    ? shapeOf(text, first.value)
    : { kind: 'any', examples: scalars.map((scalar) => scalar.text) };
}

const textShape = (scalars: readonly Scalar[]): ReportShape => {
  const types = new Set(scalars.map(({ type }) => type));
  const [type] = types;
  const isSure = types.size === 1 && (type === 'number' || type === 'boolean');
  return { kind: 'text', type: isSure ? type : 'string', examples: scalars.map(({ text }) => text) };
};

/** The strings directly in a value. */
export function examplesOf(text: string, value: Value): readonly string[] {
  if (value.kind === 'scalar') return [value.text];
  if (value.kind === 'mapping') return [text.slice(value.span.start, value.span.end)];
  return value.kind === 'sequence' ? value.items.flatMap((item) => examplesOf(text, item.value)) : [];
}
