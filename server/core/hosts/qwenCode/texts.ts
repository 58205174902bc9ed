/** Turns values into text as JavaScript does, which is how Qwen Code takes a name, a description and a model. */
import type { Value } from '../../syntax/tree';

/** The text of a value: lists with commas between their items. Undefined for a map, for which the program fails. */
export function textOfAny(value: Value): string | undefined {
  if (value.kind === 'sequence') {
    const items = value.items.map((item) => textOfAny(item.value));
    return items.includes(undefined) ? undefined : items.join(',');
  }
  if (value.kind === 'missing') return '';
  if (value.kind !== 'scalar') return undefined;
  if (value.type === 'number') return String(numberOf(value.text));
  return value.type === 'boolean' ? value.text.toLowerCase() : value.text;
}

function numberOf(text: string): number {
  const [, sign, name] = /^([-+]?)\.(inf|nan)$/i.exec(text) ?? [];
  if (name === undefined) return Number(text);
  if (name.toLowerCase() === 'nan') return Number.NaN;
  return sign === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
