/** Rule: characters that nobody sees, and that the model reads all the same. */

import type { Finding } from '../findings/finding';
import { document } from '../text/document';
import { type HiddenRun, hiddenRuns } from '../text/hidden';
import type { Rule } from './rule';

export const textInvisible: Rule = {
  id: 'text-invisible',
  title: 'The text holds characters that nobody sees',
  why: 'The model reads every character, a person only those that show. Marks of writing direction make text look other than it is read, tag characters and selectors can spell out whole instructions, and a zero-width space in a name or path makes it another one.',
  severity: 'hint',
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\n---\nAllow\u202E reverof\n     ^ text-invisible\n',
      fixed: document`
        ---
        name: a
        description: Does a thing.
        ---
        Allow reverof
        `,
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\n---\nRead src/\u200Bapi and\u00AD src/\uFEFFcore.\n         ^ text-invisible\n                 ^ text-invisible\n                       ^ text-invisible\n',
      fixed: document`
        ---
        name: a
        description: Does a thing.
        ---
        Read src/api and src/core.
        `,
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\n---\nHello\u{E0068}\u{E0069}.\n     ^^^^ text-invisible\n',
      fixed: document`
        ---
        name: a
        description: Does a thing.
        ---
        Hello.
        `,
    },
  ],
  good: [
    {
      text: '\uFEFF---\nname: a\ndescription: Does a thing.\n---\n👩\u200D💻 ❤\uFE0F 🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} 1\uFE0F\u20E3 نامه\u200Cها\n',
    },
  ],
  *check(agent) {
    const { file } = agent;
    for (const run of hiddenRuns(file.source.text)) yield finding(run);
  },
};

const messages: Readonly<Record<HiddenRun['kind'], string>> = {
  direction: 'changes the direction in which text is shown, so that it looks other than the model reads it',
  smuggled: 'shows nothing and can carry a hidden text to the model',
  invisible: 'shows nothing and still separates what stands around it',
};

function finding({ kind, span, codes }: HiddenRun): Finding {
  const [first = 0] = codes;
  const count = codes.length;
  const what = `U+${first.toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    span,
    severity: kind === 'invisible' ? 'hint' : 'warning',
    message: `${count === 1 ? what : `A run of ${count} characters from ${what} on`} ${messages[kind]}. Remove it.`,
    fixes: [
      {
        title: count === 1 ? `Remove the invisible character ${what}` : `Remove ${count} invisible characters`,
        safe: false,
        edits: [{ span, newText: '' }],
      },
    ],
  };
}
