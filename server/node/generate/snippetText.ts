/** Writes snippets in VS Code's syntax from lines in which `‹words›` are placeholders. */

/** One snippet as VS Code reads it. */
export interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
  /** Globs of the files in which VS Code offers it; old versions do not know this, and offer it in all files. */
  readonly include: readonly string[];
}

/** Untitled documents. In the files of agents, and only there, the server offers the snippets. */
const UNTITLED: readonly string[] = ['Untitled-*'];

/** The lines with a numbered tab stop for each placeholder. Equal placeholders share a tab stop. */
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
  return { prefix, body: [...body, '$0'], description, include: UNTITLED };
}

/** A placeholder that offers some values. */
export const choice = (values: readonly string[]): string =>
  `‹|${values.map((value) => value.replace(/[\\,|]/g, '\\$&')).join()}|›`;
