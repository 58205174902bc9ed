/** Rule: emoji that a conversion cut down to one byte per UTF-16 unit. */

import type { Finding } from '../findings/finding';
import { document } from '../text/document';
import { type LostEmoji, lostEmojiIn } from '../text/lostEmoji';
import { anyOf, quoted } from '../text/quoted';
import { textAt } from '../text/span';
import { everyKind, type Rule } from './rule';

/** How many other places the related information lists. */
const MOST_RELATED = 3;

export const encodingEmoji: Rule = {
  id: 'encoding-emoji',
  title: 'Emoji destroyed in a conversion',
  why: 'Some programs write only the low byte of each UTF-16 unit. An emoji then becomes `<`, `=` or `>` and a second character, which may be invisible. The model receives these characters. Several emoji can leave the same two characters, so the original text is only in an older version of the file.',
  severity: 'warning',
  kinds: everyKind,
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\n---\n## =\u00cb Templates\n   ^^ encoding-emoji\n\nx\n\n## =\u00ad Style\n\nx\n\n## <\u00af Mission\n\nx\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\n---\n## <\u00af Mission\n   ^^ encoding-emoji\n\n- <\u00b5 Listen\n- <\u0089 Celebrate\n',
      fixed: document`
        ---
        name: a
        description: Does a thing.
        ---
        ## 🎯 Mission

        - 🎵 Listen
        - 🎉 Celebrate
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        >État stable
        >Été
        >À revoir

        ## = é

        ## =é

        ## 🎯 Über
        `,
    },
  ],
  *check(agent) {
    const { text } = agent.file.source;
    const places = lostEmojiIn(agent.file.source);
    const [first, ...others] = places;
    if (first === undefined) return;
    yield {
      span: first.span,
      message: `Destroyed emoji: a conversion of the file left ${quoted(textAt(text, first.span))} of ${emojiOf(first)}, and destroyed ${others.length} more. Restore them from the original file or from version control.`,
      related: others.slice(0, MOST_RELATED).map((place) => ({ span: place.span, message: `Was ${emojiOf(place)}` })),
      ...restoring(places),
    };
  },
};

const emojiOf = ({ candidates }: LostEmoji): string => (candidates.length === 0 ? 'an emoji' : anyOf(candidates));

/** Writes the emoji again; not offered while one of them is not certain, because the rest would no longer be reported. */
function restoring(places: readonly LostEmoji[]): Pick<Finding, 'fixes'> {
  const edits = places.flatMap(({ span, candidates: [emoji, another] }) =>
    emoji === undefined || another !== undefined ? [] : [{ span, newText: emoji }],
  );
  return edits.length < places.length
    ? {}
    : { fixes: [{ title: `Restore ${edits.length} emoji`, safe: false, edits }] };
}
