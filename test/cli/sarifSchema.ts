/** The official schema of SARIF 2.1.0, as a function that validates. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

/** The official schema, without the two keys in which draft 4 differs from the drafts that the validator supports. */
const {
  $schema: _draft,
  id: _id,
  ...schema
} = JSON.parse(readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8')) as Record<
  string,
  unknown
>;

/** Whether a log is valid; its property `errors` has the reasons. */
export const isSarif = new Ajv({
  strict: false,
  // One pattern of the schema is not valid in Unicode mode.
  unicodeRegExp: false,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => /^(?:[\w.~:/?#@!$&'()*+,;=-]|%[0-9A-F]{2})*$/i.test(text),
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  },
}).compile(schema);
