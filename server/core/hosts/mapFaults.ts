/** Faults of values that have one form only: what is in place of a map of names, and the name of a model with its provider. */
import { itemsIn } from '../syntax/lists/items';
import type { Scalar, Value } from '../syntax/tree';
import { closestOf } from '../text/closest';
import type { Choice } from './choice';
import { type Fault, fault } from './fault';
import type { ModelForm, Shape } from './field';
import { lookup } from './lookup';

/** A word in place of a mapping, or a list that could be one. */
export function faultInPlaceOfMap(
  { orWord, fromNames }: Extract<Shape, { kind: 'mapping' }>,
  value: Value,
  other: Fault,
): Fault | undefined {
  const isText = value.kind === 'scalar' && value.type === 'string';
  if (orWord !== undefined && value.kind === 'scalar')
    return isText && orWord.some((choice) => choice.value === value.text)
      ? undefined
      : { ...other, instead: wordMeant(value.text, orWord) };
  const names = isText
    ? itemsIn(value.text).map(({ text }) => text)
    : value.kind === 'sequence'
      ? value.items.flatMap((item) => (item.value.kind === 'scalar' ? [item.value.text] : []))
      : [];
  const instead = names.length === 0 ? undefined : fromNames?.(names);
  return instead === undefined ? other : { ...other, instead: [instead] };
}

const wordMeant = (text: string, choices: readonly Choice[]): readonly string[] => {
  const meant = closestOf(
    text,
    choices.map(({ value }) => value),
  );
  return meant === undefined ? [] : [meant];
};

/** The fault of a name of a model that the host requires in some form. An empty name means the default. */
export function faultOfModel({ matches, wanted, effect, near }: ModelForm, { text }: Scalar): Fault | undefined {
  if (text === '' || matches(text)) return undefined;
  const trimmed = text.trim();
  const meant = matches(trimmed) ? trimmed : lookup(near, trimmed.toLowerCase());
  return { ...fault('not in this form', [wanted], meant === undefined ? [] : [meant]), effect };
}
