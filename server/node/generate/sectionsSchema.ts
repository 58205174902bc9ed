/** JSON schema of the setting `sections`, made out of the catalogue of section kinds. */
import { catalogue, defaults, profileNames } from '../../core/index';

const kindsBelow = (id: string): readonly string[] =>
  catalogue.flatMap((kind) => (kind.parent === id ? [kind.id] : []));

/** What may be asked for below sections of some kinds. */
const below = (kinds: readonly string[], children: object): object => ({
  if: { properties: { kind: { enum: kinds } } },
  // A literal with this key would look like a promise to whoever awaits it; this one is only written.
  ...Object.fromEntries([['then', { properties: { children } }]]),
});

/** A wish for one kind of section; below it only what belongs into it can be asked for. */
const requiredSection: object = {
  type: 'object',
  required: ['kind'],
  additionalProperties: false,
  properties: {
    kind: {
      type: 'string',
      description: 'The kind of section, whatever its heading is called.',
      enum: catalogue.map(({ id }) => id),
      enumDescriptions: catalogue.map(({ summary }) => summary),
    },
    children: { type: 'array', description: 'The kinds of sections that must be there below it.' },
  },
  allOf: [
    ...catalogue.flatMap(({ id }) =>
      kindsBelow(id).length > 0 ? [below([id], { items: { enum: kindsBelow(id) } })] : [],
    ),
    below(
      catalogue.flatMap(({ id }) => (kindsBelow(id).length > 0 ? [] : [id])),
      { maxItems: 0 },
    ),
  ],
};

export const sectionsSchema: object = {
  type: 'object',
  markdownDescription:
    'The body sections that agents must have. Nothing is asked for unless it is set, best in the `.agent-authoring.json` of the repository.',
  default: {},
  additionalProperties: false,
  properties: {
    profile: {
      type: 'string',
      description: 'A list of sections to begin with.',
      default: defaults.sections.profile,
      enum: profileNames,
      enumDescriptions: [
        'No sections.',
        'Access restrictions, expertise, implementation standards, task execution protocol, response format and quality assurance.',
      ],
    },
    require: {
      type: 'array',
      description: 'Sections that agents must have, in their order, besides those of the profile.',
      default: defaults.sections.require,
      items: requiredSection,
    },
    ordered: {
      type: 'boolean',
      description: 'Whether the sections must stand in the order in which they are listed.',
      default: defaults.sections.ordered,
    },
  },
};
