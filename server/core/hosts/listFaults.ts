/** What is wrong with a list of names. */
import { itemsIn } from '../syntax/lists/items';
import type { Sequence, Value } from '../syntax/tree';
import type { Effect } from './effect';
import { type Fault, fault, nounOfValue, withEffect } from './fault';
import type { Shape } from './field';

/** For a host that does not split strings, or that checks each item: every one must be a string, or for a text any scalar. */
export function faultOfItems({ items }: Sequence, shape?: Shape): Fault | undefined {
  const takesScalars = shape?.kind === 'string';
  const wrong = items.find(({ value }) => !isTextOrUnknown(value) && !(takesScalars && value.kind === 'scalar'));
  if (wrong?.value.kind === 'missing')
    return { ...fault('a list with an empty item', ['a list of names']), at: wrong.span };
  if (wrong !== undefined) return fault(`a list that contains ${nounOfValue(wrong.value)}`, ['a list of names']);
  const pattern = shape?.kind === 'names' ? shape.list : undefined;
  const what = pattern?.faultOf(items.flatMap(({ value }) => (value.kind === 'scalar' ? [value.text] : [])));
  return pattern === undefined || what === undefined ? undefined : fault(what, [pattern.wanted]);
}

/** For a host that splits strings: it ignores items that are mappings or lists. */
export function faultOfNested({ items }: Sequence): Fault | undefined {
  const odd = items.find(({ value }) => value.kind === 'mapping' || value.kind === 'sequence')?.value;
  return odd === undefined
    ? undefined
    : { ...fault(`a list that contains ${nounOfValue(odd)}`, ['a list of names']), effect: 'ignores that item' };
}

/** For a host that takes several models in a list: each must be a string, and none empty. */
export function faultOfModels(list: Sequence): Fault | undefined {
  const wanted = ['a model, or a list of models'];
  if (list.items.length === 0) return fault('an empty list', wanted);
  const odd = faultOfItems(list);
  if (odd !== undefined) return { ...odd, wanted };
  const isEmpty = list.items.some(({ value }) => value.kind === 'scalar' && value.text === '');
  return isEmpty ? fault('a list that contains an empty text', wanted) : undefined;
}

/** For a host that refuses empty names. */
export function faultOfEmpty({ items }: Sequence, emptyName: Effect | undefined): Fault | undefined {
  if (emptyName === undefined) return undefined;
  const isEmpty = items.some(
    ({ value }) => value.kind === 'scalar' && value.type === 'string' && value.text.trim() === '',
  );
  return isEmpty ? withEffect(fault('a list that contains an empty name', ['a list of names']), emptyName) : undefined;
}

const isTextOrUnknown = (value: Value): boolean =>
  value.kind === 'scalar' ? value.type === 'string' : value.kind === 'alias' || value.kind === 'broken';

/** A string of names becomes a list of them, which may grant more than the string did. */
export function listInstead(value: Value, other: Fault): Fault {
  if (value.kind !== 'scalar' || value.type !== 'string') return other;
  const names = itemsIn(value.text).map(({ text }) => text);
  return names.length > 0 && names.every((name) => /^[\w./-]+$/.test(name))
    ? { ...other, instead: [`[${names.join(', ')}]`] }
    : other;
}
