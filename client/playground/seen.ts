/** What the host sees of the file: a heading, facts and texts for each part. */
import type { Checked, SeenPart } from '../../server/playground/messages';
import { element } from '../webview/elements';
import { rich } from './sentences';

/** Everything in the order in which the programs were asked. */
export function seenView({ reader, seen, others }: Checked): readonly HTMLElement[] {
  if (reader === null) return [];
  const about = `${reader.title}, as ${reader.program} ${reader.version} reads it. Tokens are estimates.`;
  return [
    element('p', { class: 'quiet' }, about),
    ...seen.map((part) => partView(part, 'h3')),
    ...(others.length === 0
      ? []
      : [
          element('h3', { class: 'others' }, 'Other programs that read this file'),
          ...others.map((part) => partView(part, 'h4')),
        ]),
  ];
}

const partView = ({ title, lines, text }: SeenPart, heading: 'h3' | 'h4'): HTMLElement =>
  element(
    'section',
    { class: 'part' },
    element(heading, {}, title),
    element('ul', {}, ...lines.map((line) => element('li', {}, ...rich(line)))),
    text === undefined ? undefined : shownText(text, title),
  );

/** A text of the file. It scrolls by itself, so it can be focused. */
export const shownText = (text: string, label: string): HTMLElement =>
  element('div', { class: 'text', role: 'region', tabindex: 0, 'aria-label': label }, element('pre', {}, text));
