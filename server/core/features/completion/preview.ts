/** A snippet as the text that it becomes, for people who choose one. */

/**
 * The text with the first choice or the default in each place.
 * @param snippet Tab stops, choices, and placeholders and variables with defaults; a default may repeat other tab stops.
 */
export function snippetPreview(snippet: string): string {
  const defaults = new Map<string, string>();
  const filled = snippet
    .replace(/(?<!\\)\$(?:\{(\d+)\}|(\d+))/g, (_, braced: string | undefined, bare = '') => repeated(braced ?? bare))
    .replace(/(?<!\\)\$\{[A-Z_]+:([^{}]*)\}/g, '$1')
    .replace(
      /(?<!\\)\$\{(\d+)(?::((?:\\.|[^\\}])*)|\|((?:\\.|[^\\|,])*)(?:\\.|[^\\|])*\|)\}/g,
      (_, stop: string, words: string | undefined, choice = '') => {
        defaults.set(stop, defaults.get(stop) ?? words ?? choice);
        return words ?? choice;
      },
    );
  // Twice, because a default may repeat another tab stop.
  const withRepeated = (text: string): string =>
    text.replace(/\ufdd2(\d+)\ufdd3/g, (_, stop: string) => defaults.get(stop) ?? '');
  return withRepeated(withRepeated(filled))
    .replace(/\\([\\$},|])/g, '$1')
    .trimEnd();
}

/** A tab stop that shows the text of another place, between characters that no text contains. */
const repeated = (stop: string): string => `\ufdd2${stop}\ufdd3`;
