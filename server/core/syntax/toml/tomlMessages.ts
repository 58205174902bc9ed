/** The errors of the TOML parser in words that an author of agent files can act on. */

const messages: Readonly<Record<string, string>> = {
  'Unterminated string constant': 'this string is never closed',
  'Unterminated table-key': 'this table name is never closed with `]`',
  'Unterminated array': 'this list is never closed with `]`',
  'Unterminated inline table': 'this table is never closed with `}`',
  'Empty bare keys are not allowed': 'a key is missing here',
  'Must be a newline': 'there is text after the end of the value',
  'Expected equal (=) token': 'a key must be followed by `=` and a value',
  'Unspecified values are invalid': 'a value is missing here',
  'Expected comma (,) token': 'a comma is missing here',
  'Defining a key multiple times is invalid': 'a key is written twice here',
  'Unexpected spaces': 'there is a space that must not be here',
  'Unexpected invalid date': 'this date does not exist',
  'Unexpected invalid time': 'this time does not exist',
  'Leading zeros are not allowed': 'a number cannot start with a zero',
  'Invalid character in escape sequence': 'this escape does not exist in double quotes',
  'Three or more quotes are not permitted': 'there are too many quotes here',
};

/**
 * What is wrong, as a sentence without a full stop.
 * @param message The parser's own message; `at` is where it stopped in the statement.
 */
export function tomlMessage(statement: string, at: number, message: string): string {
  if (/^---/.test(statement)) return 'this file is TOML, where `---` has no meaning';
  if (/^[\w-]+[ \t]*:/.test(statement)) return 'TOML writes `key = value`, not `key: value`';
  if (/^[A-Za-z_]/.test(statement.slice(at)) && /=[ \t]*$/.test(statement.slice(0, at)))
    return 'a string must be in quotes';
  if (/^Control characters/.test(message)) return 'control characters are not allowed';
  if (/comments$/.test(message)) return 'control characters are not allowed in comments';
  return Object.hasOwn(messages, message) ? (messages[message] ?? message) : 'this is not valid TOML';
}
