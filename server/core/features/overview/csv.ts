/** Writes rows as CSV that a spreadsheet opens as plain text. */
import { asLine, MAX_MESSAGE } from '../../text/visible';

/**
 * The rows as RFC 4180 says, with every line ended by CRLF.
 *
 * A cell that a spreadsheet would take for a formula begins with an apostrophe, because names and descriptions come from files that
 * others may have written.
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');

/**
 * Also after spaces, which spreadsheets skip, and with the full-width forms that some of them read. Where spreadsheets separate cells
 * by semicolons, they do so within our cells too.
 */
const asText = (line: string): string => line.replace(/(?<=^|;)(?=[\s"]*[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "'");

function cellOf(text: string): string {
  const line = asLine(text, MAX_MESSAGE);
  const plain = asText(line);
  return /[",;\s']/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
