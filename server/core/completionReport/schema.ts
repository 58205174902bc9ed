/** A template as JSON Schema, for programs that read or enforce reports. */
import { REPORT_AGENT } from '../sectionKinds/reportKeys';
import type { Contract } from './check';
import { isPlaceholder } from './placeholder';
import type { ReportMap, ReportShape } from './shape';

/** A JSON Schema or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The schema (draft 2020-12) of the reports that `checkReport` accepts silently under the same contract. */
export function schemaOf(contract: Contract): JsonSchema {
  const { root, map, agent } = contract;
  const report = mapSchema(map, root === undefined ? undefined : agent);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: agent === undefined ? 'Completion report' : `Completion report of ${agent}`,
    ...(root === undefined ? report : wrapped(root, report)),
  };
}

const wrapped = (root: string, report: JsonSchema): JsonSchema => ({
  type: 'object',
  properties: { [root]: report },
  required: [root],
  additionalProperties: false,
});

/** @param agent set for the report's mapping, whose key for the agent only takes its name */
function mapSchema({ keys, open }: ReportMap, agent?: string): JsonSchema {
  const properties = keys.map(({ name, shape }): readonly [string, JsonSchema] => [
    name,
    agent !== undefined && name === REPORT_AGENT ? { const: agent } : shapeSchema(shape),
  ]);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: keys.filter(({ optional }) => !optional).map(({ name }) => name),
    additionalProperties: open,
  };
}

function shapeSchema(shape: ReportShape): JsonSchema {
  if (shape.kind === 'mapping') return mapSchema(shape);
  if (shape.kind === 'sequence') return { type: 'array', items: shapeSchema(shape.item) };
  const hint = describe(shape.examples);
  if (shape.kind === 'any') return hint;
  if (shape.type !== 'string') return { type: shape.type, ...hint };
  return { type: ['string', 'number', 'boolean'], minLength: 1, ...hint };
}

/** The first string in the template describes the value. */
function describe(examples: readonly string[]): JsonSchema {
  const [first] = examples;
  if (first === undefined) return {};
  return { description: isPlaceholder(first) ? withoutBrackets(first) : first };
}

function withoutBrackets(place: string): string {
  const inner = place.trim().slice(1, -1).trim();
  return isPlaceholder(inner) ? inner.slice(1, -1).trim() : inner;
}
