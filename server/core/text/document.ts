/** The tag for texts of several lines, so that the examples of rules and the texts of tests look like the files they describe. */

/**
 * The lines between the backticks, without the indentation that they have only because of the code around them.
 *
 * - The line break after the opening backtick is dropped.
 * - The spaces and tabs between the last line break and the closing backtick are the indentation. It is removed from each line
 *   that begins with it. All other lines, such as empty ones, stay as they are.
 * - Interpolated text is inserted as it is, with its own line breaks and indentation.
 * - Escapes mean what they mean in every template: write `` \` ``, `\\` and `\${`.
 *
 * So the text ends with a line break, and what comes out does not change when the code is moved to the left or right.
 *
 * @example
 * const text = document`
 *   tools: [read]
 *           ^^^^ tool-case
 *   `;
 * // 'tools: [read]\n        ^^^^ tool-case\n'
 */
export function document(parts: readonly string[], ...values: readonly string[]): string {
  const indented = /\n[ \t]*$/.exec(parts.at(-1) ?? '')?.[0] ?? '\n';
  const [first = '', ...others] = parts.map((part) => part.replaceAll(indented, '\n'));
  return others.reduce((text, part, i) => text + (values[i] ?? '') + part, first.replace(/^\n/, ''));
}
