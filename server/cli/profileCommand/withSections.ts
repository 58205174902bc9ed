/** Puts the wish for sections into the text of a configuration file. */
import type { SectionSettings } from '../../core/index';

/**
 * The text with `sections` in it and every other key as it was, or undefined when the text is not a JSON object. The layout
 * becomes that of two blanks a level; defaults are not written.
 */
export function withSections(text: string, { require, ordered }: SectionSettings): string | undefined {
  let before: unknown;
  try {
    before = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof before !== 'object' || before === null || Array.isArray(before)) return undefined;
  const sections = {
    ...(ordered ? { ordered } : {}),
    require: require.map(({ kind, children }) => (children.length === 0 ? { kind } : { kind, children })),
  };
  return `${JSON.stringify({ ...before, sections }, undefined, 2)}\n`;
}
