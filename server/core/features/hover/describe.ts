/** Markdown about fields, tools, values and sections, shared by hover and completion. */

import type { Choice } from '../../hosts/choice';
import type { Field, NamesIn, Shape } from '../../hosts/field';
import type { Format } from '../../hosts/host';
import type { Tool, ToolEffect } from '../../hosts/tool';
import type { SectionKind } from '../../sectionKinds/section';
import { fieldLine } from '../../syntax/notation';

const effects: Readonly<Record<ToolEffect, string>> = {
  reads: 'reads only',
  writes: 'writes files',
  runs: 'runs commands',
  network: 'uses the network',
  delegates: 'delegates work',
  asks: 'asks the user',
  state: 'changes the session',
  output: 'shows output',
};

/** What a tool can do and whether it asks first, in a few words for a completion list. */
export const toolDetail = (tool: Pick<Tool, 'effect' | 'asks'>): string =>
  [effects[tool.effect], permissionOf(tool)].filter((part) => part !== '').join(' · ');

/** The same in a word or two, for the row of a completion list. */
export const toolLabel = ({ effect, asks }: Tool): string => shortEffects[effect] + (asks === true ? ' · asks' : '');

const shortEffects: Readonly<Record<ToolEffect, string>> = {
  reads: 'reads',
  writes: 'writes',
  runs: 'runs',
  network: 'network',
  delegates: 'delegates',
  asks: 'asks you',
  state: 'session',
  output: 'output',
};

const permissionOf = (tool: Pick<Tool, 'asks'>): string =>
  tool.asks === undefined ? '' : tool.asks ? 'asks for permission' : 'no permission prompt';

/** A tool in full. */
export function describeTool(name: string, tool: Tool, format: Format): string {
  const lines = [`**${name}** (${format.host.name} tool)`, '', tool.summary, '', `- ${toolDetail(tool)}`];
  // A skill runs with the tools of the conversation.
  const subagents = format.kind === undefined ? tool.subagents : 'always';
  if (subagents === 'foreground') lines.push('- not available to agents that run in the background');
  if (subagents === 'plan-mode') lines.push('- available to agents only in plan mode');
  if (subagents === 'never') lines.push('- never available to agents, even when listed');
  if (tool.argument !== undefined) lines.push(`- in permission rules: \`${tool.argument}\``);
  if (tool.since !== undefined) lines.push(`- since ${tool.since}`);
  if (tool.status !== undefined) lines.push(`- ${tool.status}`);
  if (tool.note !== undefined) lines.push('', tool.note);
  return [...lines, '', sourceLine(tool.evidence)].join('\n');
}

/** A field in full. */
export function describeField(key: string, field: Field, format: Format): string {
  const lines = [`**${key}** (${format.title} field${field.required === true ? ', required' : ''})`, '', field.summary];
  if (field.details !== undefined) lines.push('', field.details);
  lines.push('', `- type: ${shapeText(field.shape)}`);
  if (field.default !== undefined) lines.push(`- default: ${field.default}`);
  lines.push(`- invalid value: ${format.host.name} ${field.onInvalid}`);
  if (field.since !== undefined) lines.push(`- since ${field.since}`);
  if (field.undocumented === true) lines.push('- undocumented');
  lines.push(
    '',
    `\`\`\`${format.notation ?? 'yaml'}`,
    fieldLine(format.notation, key, field.example),
    '```',
    '',
    sourceLine(field.evidence),
  );
  return lines.join('\n');
}

/** One value of a field. */
export function describeChoice(key: string, choice: Choice): string {
  const alias = choice.aliasOf === undefined ? '' : ` Another spelling of \`${choice.aliasOf}\`.`;
  return `**${choice.value}** (value of \`${key}\`)\n\n${choice.summary}${alias}`;
}

/** The purpose of a section, what belongs in it, and an example. */
export const describeSection = (kind: SectionKind): string =>
  // Four backticks, because the example may contain a code fence.
  [`**${kind.title}** (section)`, kind.summary, kind.contains, `\`\`\`\`markdown\n${kind.example}\`\`\`\``].join(
    '\n\n',
  );

/** The source of a fact. */
export const sourceLine = (evidence: { readonly source: string; readonly checked: string }): string =>
  `*Source: ${evidence.source}, ${evidence.checked}*`;

/** The type of a field in words. */
function shapeText(shape: Shape): string {
  switch (shape.kind) {
    case 'string':
      return 'a string';
    case 'flag':
      return '`true` or `false`';
    case 'integer':
      return `a whole number from ${shape.min}`;
    case 'number':
      return 'a number';
    case 'choice':
      return (
        shape.choices.map((choice) => `\`${choice.value}\``).join(', ') +
        (shape.orInteger === true ? ' or a whole number' : '') +
        (shape.orPattern === undefined ? '' : ` or ${shape.orPattern.wanted}`)
      );
    case 'model':
      return shape.form?.wanted ?? 'an alias or a full model id';
    case 'tools':
      return `tool names, ${spellingText(shape.only)}`;
    case 'names':
      return `names, ${spellingText(shape.only)}`;
    case 'checked':
      return shape.takes;
    case 'mapping':
      return [...(shape.orWord ?? []).map(({ value }) => `\`${value}\``), 'a mapping'].join(', ');
    case 'sequence':
      return 'a list';
  }
}

const spellingText = (only: NamesIn | undefined): string =>
  only === undefined ? 'separated by commas or as a list' : only === 'text' ? 'separated by commas' : 'as a list';
