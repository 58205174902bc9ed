/** The line that opens a new section, written as the sections around it are: a heading, a bold line, or a pair of tags. */
import type { Section } from '../syntax/tree';
import { textAt } from '../text/span';
import { headingText, type KnownSection, usesEmoji } from './known';
import { normalTitle } from './recognize';
import type { SectionKind } from './section';

/** What is before and after the text of a section; nothing is after that of a heading. */
export interface Opening {
  readonly before: string;
  readonly after: string | undefined;
}

/**
 * How a section of `kind` opens.
 * @param text The text of the file.
 * @param known The sections of the file that the catalogue knows.
 * @param model The neighbor whose form it takes; a heading of `level` when there is none.
 */
export function openingOf(
  text: string,
  known: readonly KnownSection[],
  kind: SectionKind,
  level: number,
  model: Section | undefined,
): Opening {
  const form = model?.form ?? 'heading';
  const title = headingText(kind, usesEmoji(known, form, level));
  if (model === undefined || form === 'heading') return { before: `${'#'.repeat(level)} ${title}`, after: undefined };
  if (form === 'tag') {
    const name = normalTitle(kind.title).replaceAll(' ', '_');
    return { before: `<${name}>`, after: `</${name}>` };
  }
  const open = text.slice(model.heading.start, model.titleSpan.start);
  const close = text.slice(model.titleSpan.end, model.heading.end);
  const colon = textAt(text, model.titleSpan).endsWith(':') ? ':' : '';
  return { before: open + title + colon + close, after: undefined };
}
