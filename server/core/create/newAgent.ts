/** Writes a new agent for a host: a file that the host loads with exactly the tools that were chosen. */

import { type Agent, readAgent } from '../agent/agent';
import { fileName } from '../convert/convert';
import { written } from '../convert/write';
import type { Plain } from '../hosts/conversion';
import type { Format } from '../hosts/host';
import { fieldByRole } from '../hosts/lookup';
import { nameFault } from '../hosts/nameFault';
import type { Ability } from '../hosts/tool';
import { expansionOf } from '../hosts/toolName';
import { REPORT_AGENT, type ReportKeyKind, reportTemplate } from '../sectionKinds/reportKeys';
import { lastNameOf } from '../text/paths';
import { quoted, quotedList } from '../text/quoted';
import { pathOf, toolChoicesOf, usualTools } from './choices';
import { asSnippet, hasMarks, inBrackets, marked, placeholder } from './marks';
import { type Allowed, type Line, type Preset, presets } from './presets';

/** What a person has chosen. */
export interface NewAgent {
  readonly format: Format;
  readonly name: string;
  readonly preset: Preset;
  /** Ids of `toolChoicesOf(format)`; undefined for an agent that nothing limits. */
  readonly tools: readonly string[] | undefined;
  /** The keys of reports that the repository requires, in place of the usual ones; none when it requires no others. */
  readonly reportKeys?: readonly ReportKeyKind[];
}

/** A new agent as its file has it. */
export interface NewAgentFile {
  /** From the folder of the project or plugin on. */
  readonly path: string;
  readonly text: string;
  /** The same with a tab stop for each placeholder, in the syntax of LSP snippets. */
  readonly snippet: string;
}

/** @returns Why there is no such agent, as whole sentences, or its file. */
export function newAgentFile(chosen: NewAgent): NewAgentFile | { readonly refused: string } {
  const { format, name } = chosen;
  const path = pathOf(format, fileName(name));
  if (path === undefined) return { refused: `How agents of ${format.host.name} are written is not known.` };
  const fault = nameFault(name, format);
  if (fault !== undefined) return { refused: fault };
  if (hasMarks(name)) return { refused: 'The name contains a character that is in no text.' };
  const draft = draftOf(chosen, name);
  const text = inBrackets(draft);
  const refused = wrongWith(readAgent(text, format, path), chosen);
  return refused === undefined ? { path, text, snippet: asSnippet(draft) } : { refused };
}

/**
 * A whole agent for an empty file, as a snippet of LSP; undefined where agents of the format are not made.
 * @param file The path or name of the file.
 */
export function newAgentSnippet(format: Format, file: string, id = 'implementer'): string | undefined {
  const preset = presets.find((one) => one.id === id);
  if (preset === undefined || pathOf(format, 'a') === undefined) return undefined;
  const name = lastNameOf(file).replace(/(?<=.)\..*$/, '');
  const shown = name === '' || hasMarks(name) ? 'agent-name' : name;
  return asSnippet(draftOf({ format, preset, tools: usualTools(preset, format) }, placeholder(shown)), shown);
}

/** The text of the file with marked placeholders. */
function draftOf({ format, preset, tools, reportKeys = [] }: Omit<NewAgent, 'name'>, name: string): string {
  const identity = fieldByRole(format, 'identity')?.key;
  const purpose = fieldByRole(format, 'purpose')?.key;
  const fields = {
    ...format.conversion?.always,
    ...(identity === undefined ? {} : { [identity]: name }),
    ...(purpose === undefined ? {} : { [purpose]: marked(preset.purpose) }),
    ...limitsFor(format, tools),
  };
  const lines = preset.body(allowedOf(format, tools)).flatMap((line) => bodyLines(line, name, reportKeys));
  return written(fields, `${lines.join('\n')}\n`, format);
}

const bodyLines = (line: Line, name: string, keys: readonly ReportKeyKind[]): readonly string[] =>
  typeof line === 'string'
    ? [marked(line)]
    : [
        '```yaml',
        ...reportTemplate(keys.length > 0 ? keys : line.report, ({ key, place }) =>
          key === REPORT_AGENT ? JSON.stringify(name).slice(1, -1) : placeholder(place),
        ),
        '```',
      ];

/** The fields that limit an agent to some tools. */
function limitsFor(format: Format, tools: readonly string[] | undefined): Readonly<Record<string, Plain>> {
  if (tools === undefined) return {};
  const { limits } = format.creation ?? {};
  if (limits !== undefined) return limits.fieldsFor(tools);
  const allow = fieldByRole(format, 'allow')?.key;
  return allow === undefined ? {} : { [allow]: withoutSubsumed(tools, format) };
}

/** The names without those that another one gives too. */
function withoutSubsumed(names: readonly string[], format: Format): readonly string[] {
  const gives = (one: string, other: string): boolean =>
    format.alsoGives?.(one, other) === true ||
    expansionOf(other, format).every((name) => expansionOf(one, format).includes(name));
  return names.filter(
    (name, i) => !names.some((other, j) => i !== j && gives(other, name) && !(gives(name, other) && i < j)),
  );
}

function allowedOf(format: Format, tools: readonly string[] | undefined): Allowed {
  if (tools === undefined) return { can: () => true, changes: true };
  const chosen = toolChoicesOf(format).filter(({ id }) => tools.includes(id));
  const abilities = new Set<Ability>([
    ...(format.creation?.limits?.always ?? []),
    ...chosen.flatMap(({ gives }) => gives),
  ]);
  return {
    can: (ability) => abilities.has(ability),
    changes: chosen.some(({ effect }) => effect === 'writes' || effect === 'runs'),
  };
}

/** Why the host would not make of the file what was chosen; undefined when it does, or when what it does is not known. */
function wrongWith(agent: Agent, { format, name, tools }: NewAgent): string | undefined {
  const { host } = format;
  const verdict = agent.verdict();
  if (verdict === undefined) return undefined;
  if (verdict.verdict === 'does-not-load')
    return `${host.name} would not load the agent. ${verdict.reason ?? ''}`.trim();
  const listed = format.creation?.limits === undefined ? tools : undefined;
  const isOpen = verdict.grantsMore === true || verdict.tools.inherited;
  if (listed?.length === 0 && isOpen) return `${host.name} has no agent without tools. Choose at least one.`;
  if (verdict.grantsMore === true)
    return `${host.name} would give the agent more than was chosen. ${verdict.reason ?? ''}`.trim();
  if (listed === undefined) return undefined;
  const named = withoutSubsumed(listed, format).flatMap((tool) => expansionOf(tool, format));
  const wanted = new Set([...named, ...(format.creation?.always ?? [])]);
  const given = [...verdict.tools.effective, ...verdict.tools.withheld.map((tool) => tool.name)];
  const lacking = [...wanted].filter((tool) => !given.includes(tool));
  if (lacking.length > 0) return `${host.name} would not give the agent ${quotedList(lacking, 5)}.`;
  if (isOpen || given.some((tool) => !wanted.has(tool)))
    return `${host.name} would give ${quoted(name)} other tools than these.`;
  return undefined;
}
