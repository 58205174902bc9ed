/** Rule: characters that were lost when the file was read in the wrong encoding. */

import { span } from '../text/span';
import { everyKind, type Rule } from './rule';

const LOST = '\uFFFD';

/** How many other places the related information lists. */
const MOST_RELATED = 3;

export const encodingReplacement: Rule = {
  id: 'encoding-replacement',
  title: 'Character lost in a conversion',
  why: 'The character U+FFFD replaces bytes that a program could not decode. The original text is gone from the file, and the model receives the replacement character.',
  severity: 'warning',
  kinds: everyKind,
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\n---\n## \uFFFD\uFFFD Access\n   ^^ encoding-replacement\n\nBe brief \uFFFD always.\n',
    },
  ],
  good: [{ text: '---\nname: a\ndescription: Does a thing.\n---\nReport `\uFFFD` in names of files.\n' }],
  *check(agent) {
    const { file } = agent;
    const { text } = file.source;
    const places = runsOf(text, LOST).filter((place) => !agent.isCode(place.start));
    const [first, ...others] = places;
    if (first === undefined) return;
    const more =
      others.length === 0
        ? ''
        : ` The same happened at ${others.length} more ${others.length === 1 ? 'place' : 'places'}.`;
    yield {
      span: first,
      message: `The text here was lost when the file was read in the wrong encoding.${more} Type it again, or restore it from an older version of the file.`,
      related: others.slice(0, MOST_RELATED).map((place) => ({ span: place, message: 'Lost here too' })),
    };
  },
};

function runsOf(text: string, character: string): readonly ReturnType<typeof span>[] {
  const runs: ReturnType<typeof span>[] = [];
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at)) {
    const start = at;
    while (text[at] === character) at++;
    runs.push(span(start, at));
  }
  return runs;
}
