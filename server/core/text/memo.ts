/** Answers of pure functions of a text, remembered within a bound. */

/** What an entry takes besides its text, in characters, so that many short texts are bounded as well. */
const ENTRY = 64;

/**
 * The same function, which remembers its answers by the text. When the remembered texts become longer than `most`, those that
 * were not asked for lately are forgotten.
 * @param most UTF-16 code units; a text longer than half of it is answered and not remembered.
 * @param answer Must depend on the text only. What is given besides is what the caller has taken from it already.
 */
export function memo<T, Given = undefined>(
  most: number,
  answer: (text: string, given?: Given) => T,
): (text: string, given?: Given) => T {
  type Known = Map<string, { readonly value: T }>;
  let recent: Known = new Map();
  let older: Known = new Map();
  let size = 0;
  return (text, given) => {
    const known = recent.get(text);
    if (known !== undefined) return known.value;
    const length = text.length + ENTRY;
    if (length > most / 2) return answer(text, given);
    const own = ownText(text);
    const made = older.get(own) ?? { value: answer(own, given) };
    size += length;
    if (size > most / 2) {
      older = recent;
      recent = new Map();
      size = length;
    }
    recent.set(own, made);
    return made.value;
  };
}

/** How many texts `memoOfRepeated` has in mind. */
const SEEN = 4_096;

/**
 * The same for texts of which most come only once, such as the paragraphs of a project: an answer is remembered when its text comes
 * again. What is remembered for nothing takes memory, and the time of the collector.
 */
export function memoOfRepeated<T, Given = undefined>(
  most: number,
  answer: (text: string, given?: Given) => T,
): (text: string, given?: Given) => T {
  const remembered = memo(most, answer);
  const seen = new Int32Array(SEEN);
  return (text, given) => {
    const print = fingerprint(text);
    const slot = (print ^ (print >>> 16)) & (SEEN - 1);
    if (seen[slot] === print) return remembered(text, given);
    seen[slot] = print;
    return answer(text, given);
  };
}

/** A number that is the same for equal texts and differs for nearly all others: of their lengths and some of their characters. */
function fingerprint(text: string): number {
  const { length } = text;
  let print = length;
  for (let part = 1; part <= CHARACTERS; part++)
    print = (Math.imul(print, 31) + text.charCodeAt(Math.floor((length * part) / CHARACTERS) - 1)) | 0;
  return print;
}

const CHARACTERS = 8;

/** A copy: in V8 a slice keeps the whole text alive that it comes from, and what is joined becomes a text of its own. */
export const ownText = (text: string): string => text.slice(0, -1) + text.slice(-1);
