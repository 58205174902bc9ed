/** Writes snippets in the syntax of VS Code out of lines in which `‹words›` are the placeholders. */

/** One snippet as VS Code reads it. */
export interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

/** The lines with a tab stop for each place, numbered in order. A place that occurs again follows the first one as it is typed. */
export function snippet(prefix: string, description: string, lines: readonly string[]): Snippet {
  const places: string[] = [];
  const body = lines.map((line) =>
    line.replace(/‹([^›]*)›/g, (_, place: string) => {
      const known = places.indexOf(place);
      if (known >= 0) return `\${${known + 1}}`;
      places.push(place);
      return `\${${places.length}${place.startsWith('|') ? '' : ':'}${place}}`;
    }),
  );
  return { prefix, body: [...body, '$0'], description };
}

/** A place that offers some values. */
export const choice = (values: readonly string[]): string =>
  `‹|${values.map((value) => value.replace(/[\\,|]/g, '\\$&')).join()}|›`;

/** Text that is not syntax of snippets. */
export const literal = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
