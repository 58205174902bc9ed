/** Distinguishes placeholders from text that a person wrote. */
import type { Value } from '../syntax/tree';
import type { Span } from '../text/span';

const brackets: Readonly<Record<string, string>> = { '[': ']', '{': '}', '<': '>' };

/**
 * Whether a whole text is a placeholder: `[name]`, `{name}`, `{{name}}`, `<name>`, `...`.
 * @example `[path]` is one; `fixed [a]`, `[a] and [b]` and `list[0]` are not.
 */
export function isPlaceholder(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '...' || trimmed === '…') return true;
  const close = brackets[trimmed.charAt(0)];
  if (close === undefined || trimmed.length < 3) return false;
  const closing = trimmed.startsWith('{{') && trimmed.length > 4 ? close + close : close;
  return trimmed.indexOf(closing) === trimmed.length - closing.length;
}

/** Whether a value as it is written is one, although YAML reads an unquoted `{{name}}` as a map and `[name]` as a list. */
export function isPlaceholderValue(text: string, value: Value): boolean {
  if (value.kind === 'scalar') return isPlaceholder(value.text);
  if (value.kind === 'mapping') return value.style === 'flow' && isDoubleBraced(text, value.span);
  const item =
    value.kind === 'sequence' && value.style === 'flow' && value.items.length === 1 ? value.items[0] : undefined;
  return item?.value.kind === 'scalar' && item.value.style === 'plain' && !isPathLike(item.value.text);
}

const isDoubleBraced = (text: string, { start, end }: Span): boolean =>
  text.startsWith('{{', start) && text.slice(Math.max(start, end - 2), end) === '}}';

const isPathLike = (text: string): boolean => text.includes('/') || text.includes('.');

/**
 * Whether `text`, which is the same in the report and in the template, was probably never filled in. One word may
 * be an answer (`status: completed`); a sentence, a path or a choice of words (`completed | failed`) is not.
 */
export const isExample = (text: string): boolean =>
  isPlaceholder(text) || text.trim().includes(' ') || isPathLike(text) || text.includes('|');
