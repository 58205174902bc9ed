/** How a name is written at each kind of place, so that the host reads exactly this name there. */
import { yamlText } from '../../syntax/frontMatter/yamlText';
import type { ScalarStyle } from '../../syntax/tree';
import type { CallForm } from '../../workspace/calls';

/**
 * What to put in place of the inside of a scalar, which keeps its quotes.
 * @param name Without line breaks and other control characters.
 * @returns undefined for a value in lines of its own.
 */
export function inScalar(name: string, style: ScalarStyle, isInFlow: boolean): string | undefined {
  switch (style) {
    case 'plain':
      return yamlText(name, isInFlow);
    case 'single':
      return name.replaceAll("'", "''");
    case 'double':
      return name.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
    case 'literal':
    case 'folded':
      return undefined;
  }
}

/** Whether a name can be written in a call of this form without changing what is around it. */
export const fitsCall = (name: string, form: CallForm): boolean => fits[form](name);

/** The text around a call is not known, so a name must not contain what ends it in any style of YAML or Markdown. */
const fits: Readonly<Record<CallForm, (name: string) => boolean>> = {
  // Between the parentheses of an item, which may be in any list. A second space would separate two names.
  list: (name) => /^[^\s,()[\]{}'"\\:#]+(?: [^\s,()[\]{}'"\\:#]+)*$/.test(name),
  // A mention ends before a character that is in no word or path, and before punctuation at its end.
  mention: (name) => /^[\p{L}\p{N}\p{M}_./:~-]*[\p{L}\p{N}\p{M}_/]$/u.test(name),
  argument: (name) => /^[^"'`\\]+$/.test(name),
  word: (name) => /^[^\s`]+(?: [^\s`]+)*$/.test(name),
};

/** Where a call of this form is, for a message. */
export const callPlaces: Readonly<Record<CallForm, string>> = {
  list: 'a tool list',
  mention: 'an `@` mention',
  argument: 'a quoted argument',
  word: 'the text',
};
