/** The configuration files of OpenCode and Kilo, as far as they define agents. Their other keys are not looked at. */
import { parseLenientJson } from '../../syntax/json/parseJson';
import type { AgentFile, Mapping, Value } from '../../syntax/tree';
import { quoted } from '../../text/quoted';
import { span } from '../../text/span';
import type { Field } from '../field';
import type { Format } from '../host';
import { faultOfFields, lost } from '../loading';
import { lookup } from '../lookup';
import type { NestedKey } from '../nestedShape';
import { fieldsOf, type Reading } from '../reading';
import { faultOf } from '../shapes';
import type { ValueFault } from '../valueFault';
import { observed } from './evidence';
import { withAnyName } from './models';

/** In what the programs differ. */
interface Config {
  readonly id: string;
  readonly title: string;
  readonly files: readonly string[];
  /** The keys that contain agents, each with one sentence. */
  readonly keys: Readonly<Record<string, string>>;
  readonly strayFields: Format['strayFields'];
  /** Set where it is recorded what a value does that is wrong for a field of an agent. */
  readonly checks: boolean;
}

/**
 * A configuration file is the same as many files of agents.
 * @param agent The format of those.
 */
export function configOf(agent: Format, { id, title, files, keys, strayFields, checks }: Config): Format {
  const { prompt, ...others } = agent.fields;
  const inConfig: Readonly<Record<string, Field>> =
    prompt === undefined ? others : { ...others, prompt: asUsed(prompt) };
  const fields = Object.fromEntries(
    Object.entries(keys).map(([key, summary]): readonly [string, Field] => [
      key,
      {
        summary,
        shape: {
          kind: 'checked',
          takes: 'a map of agents by their names',
          faultIn: (value) => (checks ? faultIn(value, inConfig) : undefined),
        },
        nested: {
          kind: 'named',
          summary: 'The agent of this name.',
          value: { kind: 'mapping', keys: keysOf(inConfig) },
        },
        onInvalid: 'refuses to start in this project',
        invalidSeverity: 'error',
        example: '{ "reviewer": { "description": "Reviews changes.", "mode": "subagent" } }',
        evidence: agent.fields['description']?.evidence ?? observed,
      },
    ]),
  );
  const { conversion: _conversion, starters: _starters, readers: _readers, variantFor: _variants, ...common } = agent;
  const format: Format = {
    ...common,
    id,
    title,
    kind: 'settings',
    notation: 'json',
    parse,
    files,
    fields,
    strayFields,
    read,
    judge: (file, reading) => {
      if (reading.kind !== 'read') return undefined;
      // What the other keys do is not known, so the program may still refuse the file.
      const fault = faultOfFields(fieldsOf(file.source.text, reading.entries), reading.entries, format);
      return fault && lost(fault.cause, fault.reason, null);
    },
  };
  return format;
}

/** A field that has an effect in these files only. */
const asUsed = ({ ignoredIn: _only, ...field }: Field): Field => field;

/** Values in a text that is not finished are not judged. */
function parse(text: string): AgentFile {
  const file = parseLenientJson(text);
  const { frontMatter, problems } = file;
  return frontMatter === undefined || problems.length === 0
    ? file
    : { ...file, frontMatter: { ...frontMatter, entries: [] }, problems: [] };
}

function read({ frontMatter, problems, source }: AgentFile): Reading {
  const closer = frontMatter?.closer ?? span(source.text.length, source.text.length);
  return frontMatter === undefined || problems.length > 0
    ? { kind: 'unread', closer }
    : { kind: 'read', repaired: false, entries: frontMatter.entries, closer };
}

const keysOf = (fields: Readonly<Record<string, Field>>): Readonly<Record<string, NestedKey>> =>
  Object.fromEntries(
    Object.entries(fields).map(([key, { summary, nested, shape }]) => [
      key,
      {
        summary,
        value: nested ?? (shape.kind === 'choice' ? { kind: 'word', choices: shape.choices } : { kind: 'free' }),
      },
    ]),
  );

/** The first agent that is no map, or the first value that its field does not take. */
function faultIn(agents: Value, fields: Readonly<Record<string, Field>>): ValueFault | undefined {
  if (agents.kind !== 'mapping')
    return { span: agents.span, what: 'not a map', wanted: 'a map of agents by their names' };
  for (const { key, value } of agents.entries) {
    if (value.kind !== 'mapping')
      return { span: value.span, what: `no map for ${quoted(key)}`, wanted: 'a map of fields' };
    const found = faultOfAgent(key, value, fields);
    if (found !== undefined) return found;
  }
  return undefined;
}

function faultOfAgent(
  name: string,
  { entries }: Mapping,
  fields: Readonly<Record<string, Field>>,
): ValueFault | undefined {
  for (const { key, value } of entries) {
    const field = lookup(fields, key);
    const fault = field && faultOf(withAnyName(field), value);
    if (fault === undefined) continue;
    const [instead] = fault.instead;
    return {
      span: fault.at ?? value.span,
      // Fields say how a value is meant in frontmatter.
      what: `no value for ${quoted(key)} of ${quoted(name)} (${fault.what.replace(/ in YAML$/, '')})`,
      wanted: fault.wanted.join(' or '),
      ...(instead === undefined || instead.startsWith('{') ? {} : { instead: inJson(instead) }),
    };
  }
  return undefined;
}

/** A value as it is written in YAML, in JSON. */
const inJson = (yaml: string): string => (/^"|^(?:true|false|-?\d+(?:\.\d+)?)$/.test(yaml) ? yaml : `"${yaml}"`);
