/** A conversion: what the agent may do afterwards in addition, what is kept, changed and lost, and the new text. */
import type { ConvertedPart, ConvertedText } from '../../server/playground/messages';
import { button, element } from '../webview/elements';
import { shownText } from './seen';
import { counted, rich } from './sentences';

type Done = Exclude<ConvertedText, { readonly refused: string }>;

const outcomes: Readonly<Record<ConvertedPart['outcome'], string>> = {
  lost: 'Lost',
  changed: 'Changed',
  mentioned: 'In the prompt',
  kept: 'Kept',
};

/** @param open Puts the new text into the editor. */
export function conversionView(result: ConvertedText, open: (result: Done) => void): readonly HTMLElement[] {
  if ('refused' in result)
    return [
      element('p', { class: 'notice warning' }, element('strong', {}, 'Not converted. '), ...rich(result.refused)),
    ];
  const { widens, changes, program } = result;
  const text = textView(result, open);
  if (widens.length === 0) return [summary(changes), changesTable(changes, program), text];
  text.hidden = true;
  const accept = button('Show the file all the same', () => {
    text.hidden = false;
    accept.hidden = true;
    text.querySelector<HTMLElement>('h3')?.focus();
  });
  return [
    element(
      'div',
      { class: 'notice warning' },
      element('p', {}, element('strong', {}, `In ${program} the agent would get more than it has:`)),
      element('ul', {}, ...widens.map((line) => element('li', {}, ...rich(line)))),
      accept,
    ),
    summary(changes),
    changesTable(changes, program),
    text,
  ];
}

function summary(changes: readonly ConvertedPart[]): HTMLElement {
  const count = (wanted: ConvertedPart['outcome']): number =>
    changes.filter(({ outcome }) => outcome === wanted).length;
  return element(
    'p',
    { class: 'quiet' },
    `${counted(changes.length, 'part')}: ${count('lost')} lost, ${count('changed')} changed, ${count('kept')} kept.`,
  );
}

function changesTable(changes: readonly ConvertedPart[], program: string): HTMLElement {
  const row = ({ outcome, what, now, why }: ConvertedPart): HTMLElement =>
    element(
      'tr',
      {},
      element('td', {}, element('span', { class: `badge ${outcome}` }, outcomes[outcome])),
      element('th', { scope: 'row' }, element('code', {}, what)),
      element('td', {}, now === undefined ? '–' : element('code', {}, now)),
      element('td', {}, ...rich(why ?? '')),
    );
  const head = ['Result', 'Part', `In ${program}`, 'Reason'].map((name) => element('th', { scope: 'col' }, name));
  return element(
    'div',
    { class: 'table', role: 'region', tabindex: 0, 'aria-label': 'What is kept, changed and lost' },
    element('table', {}, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...changes.map(row))),
  );
}

const textView = (result: Done, open: (result: Done) => void): HTMLElement =>
  element(
    'section',
    { class: 'part' },
    element('h3', { tabindex: -1 }, element('code', {}, result.path)),
    shownText(result.text, `The agent for ${result.program}`),
    element(
      'p',
      {},
      button('Open in the editor', () => open(result)),
    ),
  );
