/** The setting `sections`: the body sections that agents must have. */
import { catalogue } from '../../sectionKinds/catalogue';
import { noSections, type RequiredSection, type SectionSettings } from '../../sectionKinds/profiles';
import { quoted } from '../../text/quoted';
import { isRecord, type JsonObject } from '../../text/records';
import { choice, type Flaw, flag, type Parsed, type Setting, wholly, within } from './setting';

const profile = choice<SectionSettings['profile']>({
  description: 'A predefined list of required sections.',
  choices: {
    none: 'No sections.',
    full: 'Access restrictions, expertise, implementation standards, task execution protocol, response format and quality assurance.',
  },
  default: noSections.profile,
  scope: 'file',
});

const ordered = flag({
  description: 'Whether the sections must appear in the order in which they are listed.',
  default: noSections.ordered,
  scope: 'file',
});

const childrenOf = (id: string): readonly string[] =>
  catalogue.flatMap((kind) => (kind.parent === id ? [kind.id] : []));

/** What `children` may contain for some kinds. */
const childrenSchema = (kinds: readonly string[], children: JsonObject): JsonObject => ({
  if: { properties: { kind: { enum: kinds } } },
  // A literal with the key `then` would look like a promise; this object is only written to a file.
  ...Object.fromEntries([['then', { properties: { children } }]]),
});

const requiredSectionSchema = (): JsonObject => ({
  type: 'object',
  required: ['kind'],
  additionalProperties: false,
  properties: {
    kind: {
      type: 'string',
      description: 'The kind of section, whatever its heading says.',
      enum: catalogue.map(({ id }) => id),
      enumDescriptions: catalogue.map(({ summary }) => summary),
    },
    children: { type: 'array', description: 'The kinds of sections required below it.' },
  },
  allOf: [
    ...catalogue.flatMap(({ id }) =>
      childrenOf(id).length > 0 ? [childrenSchema([id], { items: { enum: childrenOf(id) } })] : [],
    ),
    childrenSchema(
      catalogue.flatMap(({ id }) => (childrenOf(id).length > 0 ? [] : [id])),
      { maxItems: 0 },
    ),
  ],
});

const schemaOf = ({ schema, description, default: value }: Setting<string> | Setting<boolean>): JsonObject => ({
  ...schema,
  description,
  default: value,
});

const sectionsSchema = (): JsonObject => ({
  type: 'object',
  additionalProperties: false,
  properties: {
    profile: schemaOf(profile),
    require: {
      type: 'array',
      description: 'Required sections in order, in addition to those of the profile.',
      default: noSections.require,
      items: requiredSectionSchema(),
    },
    ordered: schemaOf(ordered),
  },
});

/** One setting with three keys, because its parts are only meaningful together. */
export const requiredSections: Setting<SectionSettings> = {
  description:
    'Body sections that agents must have. Default: none. Prefer `.agent-authoring.json`, so the team shares it.',
  // Large, and read only to write files.
  get schema() {
    return sectionsSchema();
  },
  default: noSections,
  shownDefault: {},
  scope: 'file',
  parse: parseSections,
  over: (file, editor) => ({
    profile: editor.profile === noSections.profile ? file.profile : editor.profile,
    require: editor.require.length === 0 ? file.require : editor.require,
    ordered: editor.ordered || file.ordered,
  }),
};

function parseSections(value: unknown): Parsed<SectionSettings> {
  if (!isRecord(value)) return { value: noSections, flaws: wholly('must be an object') };
  const list = parseRequired(value['require'] ?? []);
  const parts = {
    profile: profile.parse(value['profile'] ?? profile.default),
    require: list,
    ordered: ordered.parse(value['ordered'] ?? ordered.default),
  };
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(parts, key));
  return {
    value: { profile: parts.profile.value, require: list.value, ordered: parts.ordered.value },
    flaws: [
      ...Object.entries(parts).flatMap(([key, { flaws }]) => within(key, flaws, `contains \`${key}\`, which `)),
      ...unknown.map((key) => ({ says: `has no key ${quoted(key)}`, at: [key], isKey: true })),
    ],
  };
}

/** Drops unknown kinds, and children that belong to another kind. */
function parseRequired(value: unknown): Parsed<readonly RequiredSection[]> {
  if (!Array.isArray(value)) return { value: noSections.require, flaws: wholly('must be an array') };
  const read = value.slice(0, catalogue.length).map(parseOne);
  return {
    value: read.flatMap(({ section }) => section ?? []),
    flaws: [
      ...read.flatMap(({ flaw }, i) => within(i, flaw)),
      ...(read.length === value.length ? [] : wholly(`must contain at most ${catalogue.length} sections`)),
    ],
  };
}

const SHAPE = 'must contain objects such as `{ "kind": "response-format", "children": ["completion-report"] }`';

interface One {
  readonly section: RequiredSection | undefined;
  readonly flaw: readonly Flaw[];
}

function parseOne(value: unknown): One {
  const kind = isRecord(value) ? catalogue.find(({ id }) => id === value['kind']) : undefined;
  if (!isRecord(value) || kind === undefined)
    return { section: undefined, flaw: [{ says: SHAPE, at: isRecord(value) ? ['kind'] : [] }] };
  const children: unknown = value['children'] ?? [];
  if (!Array.isArray(children))
    return { section: { kind: kind.id, children: [] }, flaw: [{ says: SHAPE, at: ['children'] }] };
  const own = new Set(childrenOf(kind.id));
  const known = [...new Set(children)].filter((one): one is string => typeof one === 'string' && own.has(one));
  const wrong = children.flatMap((one, i) => (own.has(one) ? [] : [{ says: SHAPE, at: ['children', i] }]));
  return { section: { kind: kind.id, children: known }, flaw: wrong };
}
