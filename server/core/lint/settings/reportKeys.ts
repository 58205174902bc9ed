/** The setting `report.keys`: the keys that the completion report of an agent must have. */
import { type ReportKeyKind, reportKeyOf, reportKeys } from '../../sectionKinds/reportKeys';
import { isRecord, type JsonObject } from '../../text/records';
import { visible } from '../../text/visible';
import { type Flaw, type Parsed, type Setting, wholly } from './setting';

/** Bounds of what is read. */
const MAX_KEYS = 100;
const MAX_TEXT = 500;

/** What a key may look like; the schema and the parser both use it. */
const KEY = /^[\w-]{1,64}$/;

const knownKey: JsonObject = {
  type: 'string',
  enum: reportKeys.map(({ key }) => key),
  enumDescriptions: reportKeys.map(({ summary }) => summary),
};

const customKey: JsonObject = {
  type: 'string',
  pattern: KEY.source,
  description: 'A custom key with a string value.',
};

const describedKey: JsonObject = {
  type: 'object',
  required: ['key'],
  additionalProperties: false,
  properties: {
    key: { type: 'string', pattern: KEY.source, description: 'The key as written in the report.' },
    shape: {
      type: 'string',
      description: 'The type of the value.',
      default: 'text',
      enum: ['text', 'list'],
      enumDescriptions: ['One string.', 'A list of strings.'],
    },
    summary: { type: 'string', maxLength: MAX_TEXT, description: 'What the value says, in one sentence.' },
    place: {
      type: 'string',
      maxLength: MAX_TEXT,
      description: 'The text of the placeholder (in brackets) in a new template.',
    },
  },
};

const noKeys: readonly ReportKeyKind[] = [];

/** The keys, in order, in addition to those of the profile. */
export const requiredKeys: Setting<readonly ReportKeyKind[]> = {
  description:
    'Keys that completion reports must have, in order, in addition to those of the profile in `sections`. Completion and fixes offer the same keys. Prefer `.agent-authoring.json`, so the team shares it.',
  schema: { type: 'array', maxItems: MAX_KEYS, items: { anyOf: [knownKey, customKey, describedKey] } },
  default: noKeys,
  scope: 'file',
  parse: parseKeys,
  over: (file, editor) => (editor.length === 0 ? file : editor),
};

/** Drops what cannot be a key of a report, and keys that are already in the list. */
function parseKeys(value: unknown): Parsed<readonly ReportKeyKind[]> {
  if (!Array.isArray(value)) return { value: noKeys, flaws: wholly('must be an array') };
  const found = new Map<string, ReportKeyKind>();
  const flaws: Flaw[] = [];
  for (const [i, one] of value.slice(0, MAX_KEYS).entries()) {
    const key = parseKey(one);
    if (key === undefined)
      flaws.push({ says: SHAPE, at: isRecord(one) && Object.hasOwn(one, 'key') ? [i, 'key'] : [i] });
    else if (!found.has(key.key)) found.set(key.key, key);
  }
  if (value.length > MAX_KEYS) flaws.push({ says: SHAPE, at: [MAX_KEYS] });
  return { value: [...found.values()], flaws };
}

const SHAPE = `must contain at most ${MAX_KEYS} keys, each of 1 to 64 letters, digits, \`_\` or \`-\`, or an object with such a \`key\``;

const noKey = { key: undefined, shape: undefined, summary: undefined, place: undefined };

function parseKey(value: unknown): ReportKeyKind | undefined {
  const { key, shape, summary, place } = isRecord(value) ? { ...noKey, ...value } : { ...noKey, key: value };
  if (typeof key !== 'string' || !KEY.test(key)) return undefined;
  const known = reportKeyOf(key);
  return {
    key,
    shape: shape === 'list' || shape === 'text' ? shape : known.shape,
    summary: shortText(summary) ?? known.summary,
    place: shortText(place) ?? known.place,
  };
}

/** Text that fits on one line between quotes and hides nothing; undefined for anything else. */
const shortText = (value: unknown): string | undefined =>
  typeof value === 'string' &&
  value.trim() !== '' &&
  value.length <= MAX_TEXT &&
  !/["\\]/.test(value) &&
  visible(value) === value
    ? value.trim()
    : undefined;
