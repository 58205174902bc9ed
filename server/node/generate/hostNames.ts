/** Collects the names and paths that generated files repeat from all formats. Names may occur twice. */

import type { FieldRole } from '../../core/hosts/field';
import type { FileKind } from '../../core/hosts/host';
import { fieldByRole } from '../../core/hosts/lookup';
import { defaultFormat, type Format, formats } from '../../core/index';

/** Formats with YAML frontmatter. */
const inFrontMatter = formats.filter(({ notation }) => notation === undefined);

/** Every field of every host in frontmatter. */
export const fieldNames: readonly string[] = inFrontMatter.flatMap(({ fields }) => Object.keys(fields));

/** The fields whose value is a list of tools. */
export const toolFields: readonly string[] = formats.flatMap(({ fields }) =>
  Object.entries(fields).flatMap(([key, { shape }]) => (shape.kind === 'tools' ? [key] : [])),
);

/** Every tool of every host, and every old name that still works. */
export const toolNames: readonly string[] = formats.flatMap(({ tools, retired }) => [
  ...Object.keys(tools),
  ...Object.entries(retired).flatMap(([name, { state }]) => (state === 'alias works' ? [name] : [])),
]);

/** How the names of MCP tools begin. */
export const mcpPrefixes: readonly string[] = [...new Set(formats.map(({ mcp }) => mcp.prefix))].filter(
  (prefix) => prefix !== '',
);

/** Every kind of file that a host reads, the main ones first. */
export const fileKinds = formats;

/** The parts of a new agent file. */
interface NewAgent {
  readonly keys: Readonly<Record<'identity' | 'purpose' | 'allow' | 'model', string>>;
  readonly toolSets: readonly (readonly string[])[];
  readonly models: readonly string[];
}

/** A new agent file in the default format. */
export const newAgent: NewAgent = newAgentOf(defaultFormat);

/** The fields of a new skill and of a new command, of the first host that has some. */
export const newSkill = newPromptOf('skill');
export const newCommand = newPromptOf('command');

function newPromptOf(kind: FileKind): Readonly<Record<'purpose' | 'approve', string>> {
  const format = formats.find((one) => one.kind === kind);
  if (format === undefined) throw new RangeError(`no host reads a ${kind}`);
  return { purpose: keyOf(format, 'purpose'), approve: keyOf(format, 'approve') };
}

function keyOf(format: Format, role: FieldRole): string {
  const found = fieldByRole(format, role);
  if (found === undefined) throw new RangeError(`${format.title} has no field for ${role}`);
  return found.key;
}

function newAgentOf(format: Format): NewAgent {
  const key = (role: FieldRole): string => keyOf(format, role);
  return {
    keys: { identity: key('identity'), purpose: key('purpose'), allow: key('allow'), model: key('model') },
    toolSets: format.toolSets,
    models: format.models.aliases.map(({ value }) => value),
  };
}
