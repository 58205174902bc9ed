/** JSON schema of the setting `report.keys`, made out of the report keys that the catalogue knows. */
import { defaults, reportKeys } from '../../core/index';

const knownKey: object = {
  type: 'string',
  enum: reportKeys.map(({ key }) => key),
  enumDescriptions: reportKeys.map(({ summary }) => summary),
};

const ownKey: object = {
  type: 'string',
  pattern: '^[\\w-]{1,64}$',
  description: 'A key of your own, which takes a text.',
};

const describedKey: object = {
  type: 'object',
  required: ['key'],
  additionalProperties: false,
  properties: {
    key: { type: 'string', pattern: '^[\\w-]{1,64}$', description: 'The key as it stands in the report.' },
    shape: {
      type: 'string',
      description: 'What the key takes.',
      default: 'text',
      enum: ['text', 'list'],
      enumDescriptions: ['One text.', 'A list of texts.'],
    },
    summary: { type: 'string', maxLength: 500, description: 'What belongs under the key, one sentence.' },
    place: {
      type: 'string',
      maxLength: 500,
      description: 'What stands in brackets in a new template, to be filled in.',
    },
  },
};

export const reportKeysSchema: object = {
  type: 'array',
  markdownDescription:
    'The keys that the completion report of an agent must have, in their order, besides those of the profile of `sections`. They are also the keys that are offered and inserted. Best set in the `.agent-authoring.json` of the repository.',
  default: defaults.report.keys,
  maxItems: 100,
  items: { anyOf: [knownKey, ownKey, describedKey] },
};
