/** Rule: characters that people cannot see and the model reads. */

import type { Finding } from '../findings/finding';
import { runsIn } from '../text/beyondAscii';
import { document } from '../text/document';
import { type HiddenRun, hiddenRuns } from '../text/hidden';
import { lostEmojiIn } from '../text/lostEmoji';
import { everyKind, type Rule } from './rule';

export const textInvisible: Rule = {
  id: 'text-invisible',
  title: 'Invisible characters in the text',
  why: 'The model reads every character, people only the visible ones. Direction marks make text look different, tag characters can contain hidden instructions, and a zero-width space changes a name or path.',
  severity: 'hint',
  kinds: everyKind,
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
    const { text } = file.source;
    const isInEmoji = lostEmojiIn(file.source).length > 0 ? isLeftOfEmoji : () => false;
    for (const run of hiddenRuns(text, runsIn(file.source))) if (!isInEmoji(text, run)) yield finding(run);
  },
};

/** Whether it is the second byte of a destroyed emoji, which another rule reports. */
const isLeftOfEmoji = (text: string, { span: { start }, codes }: HiddenRun): boolean =>
  codes.length === 1 && codes[0] === SOFT_HYPHEN && '<=>'.includes(text.charAt(start - 1)) && start > 0;

const SOFT_HYPHEN = 0xad;

const messages: Readonly<Record<HiddenRun['kind'], string>> = {
  direction: 'changes the direction of text, so that it looks different from what the model reads',
  smuggled: 'is invisible and can contain hidden text for the model',
  invisible: 'is invisible and separates the text around it',
};

function finding({ kind, span, codes }: HiddenRun): Finding {
  const [first = 0] = codes;
  const count = codes.length;
  const what = `U+${first.toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    span,
    severity: kind === 'invisible' ? 'hint' : 'warning',
    message: `${count === 1 ? what : `A run of ${count} characters starting with ${what}`} ${messages[kind]}. Remove it.`,
    fixes: [
      {
        title: count === 1 ? `Remove the invisible character ${what}` : `Remove ${count} invisible characters`,
        safe: false,
        edits: [{ span, newText: '' }],
      },
    ],
  };
}
