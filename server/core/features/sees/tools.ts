/** The tools that an agent gets, each with the reason, and those that it does not get although they are written. */
import type { Agent } from '../../agent/agent';
import { agentFields, entryByRole, entryOf } from '../../agent/fields';
import type { ToolItem } from '../../agent/toolLists';
import { deniedBy, grantedBy, presentName } from '../../hosts/effectiveTools';
import { fieldByRole, lookup } from '../../hosts/lookup';
import { permittedTools } from '../../hosts/permissions';
import { expansionOf, isMcpName } from '../../hosts/toolName';
import type { EffectiveTools } from '../../hosts/verdict';
import { quoted, quotedList } from '../../text/quoted';
import { toolDetail } from '../hover/describe';
import { lineText, type Part } from './part';

/** How many names of one list are shown. A file may list any number. */
const SHOWN = 200;

export function toolsPart(agent: Agent): Part {
  const { tools } = agent.verdict() ?? {};
  const approved = approvedLines(agent);
  const title = 'Tools';
  // A file that is not an agent has no tools of its own.
  if (tools === undefined || agent.verdict()?.shown !== undefined)
    return { title, lines: approved.length === 0 ? ['It uses the tools of the conversation.'] : approved };
  const given = tools.inherited ? inheritedLines(agent, tools) : listedLines(agent, tools);
  return {
    title,
    lines: [
      ...(given.length === 0 ? ['It gets no tools.'] : given),
      ...(tools.inherited
        ? []
        : tools.withheld.map(
            ({ name, how }) => `${quoted(name)} is listed, but not given as a tool of its own: ${how}`,
          )),
      ...tools.dropped
        .slice(0, SHOWN)
        .map(({ name, why }) => `${quoted(name)}${writtenAt(name, agent)} is ignored: ${why}`),
      ...approved,
    ],
  };
}

/** One line for each tool of a list. */
function listedLines(agent: Agent, { effective }: EffectiveTools): readonly string[] {
  return effective.slice(0, SHOWN).map((name) => `${quoted(name)}${detailOf(name, agent)}: ${reasonFor(name, agent)}`);
}

/** These names are not in the file, so those that can do the same are on one line. */
function inheritedLines(agent: Agent, { effective }: EffectiveTools): readonly string[] {
  const allow = fieldByRole(agent.format, 'allow');
  const entry = entryByRole(agent, 'allow');
  const open =
    allow === undefined
      ? 'Nothing limits the tools.'
      : entry === undefined
        ? `No \`${allow.key}\` limits the tools: ${allow.field.default ?? 'every tool'}.`
        : `\`${allow.key}\`, ${lineText(agent, entry.keySpan)}, does not limit the tools.`;
  const own = effective.filter((name) => isMcpName(name, agent.format));
  const groups = new Map<string, string[]>();
  for (const name of effective) {
    if (isMcpName(name, agent.format)) continue;
    const detail = detailOf(name, agent).replace(/^ \(|\)$/g, '');
    groups.set(detail, [...(groups.get(detail) ?? []), name]);
  }
  return [
    open,
    ...[...groups].map(([detail, names]) => `inherited, ${detail}: ${quotedList(names, SHOWN)}`),
    ...own.map((name) => `${quoted(name)}: ${reasonFor(name, agent)}`),
    ...deniedLines(agent),
  ];
}

/** What a tool does, in parentheses. */
function detailOf(name: string, { format }: Agent): string {
  const tool = lookup(format.tools, name);
  if (tool !== undefined) return ` (${toolDetail(tool)})`;
  return isMcpName(name, format) ? ' (MCP)' : '';
}

/** Why the agent has a tool. */
function reasonFor(name: string, agent: Agent): string {
  const { format } = agent;
  const item = itemFor(name, agent);
  if (item !== undefined) {
    const { entry } = item.list;
    const written = item.item.text === name ? '' : ` as ${quoted(item.item.text)}`;
    return `listed in \`${entry.key}\`${written}, ${lineText(agent, item.item.span)}`;
  }
  const fields = agentFields(agent);
  const servers = entryOf(agent, fieldByRole(format, 'servers'));
  if (servers !== undefined && isMcpName(name, format))
    return `added by the server in \`${servers.key}\`, ${lineText(agent, servers.keySpan)}`;
  const granting = Object.entries(format.fields).find(
    ([key, { grants }]) => grants?.includes(name) === true && fields.value(key) !== undefined,
  );
  const by = granting && agent.entries().findLast(({ key }) => key === granting[0]);
  if (by !== undefined && grantedBy(fields, format).includes(name))
    return `added by \`${by.key}\`, ${lineText(agent, by.keySpan)}`;
  const allow = entryByRole(agent, 'allow');
  return allow === undefined ? 'inherited' : `given by \`${allow.key}\`, ${lineText(agent, allow.keySpan)}`;
}

/** Where an ignored name is written. */
function writtenAt(name: string, agent: Agent): string {
  const found = agent.toolLists().flatMap(({ all }) => all.filter(({ item }) => item.text === name))[0];
  return found === undefined ? '' : `, ${lineText(agent, found.item.span)},`;
}

/** The first item that grants a tool. */
function itemFor(name: string, agent: Agent): ToolItem | undefined {
  const { format } = agent;
  const items = agent.toolLists().flatMap(({ verb, all }) => (verb === 'grants' ? all : []));
  return items.find(({ item }) => {
    if (item.text === name) return true;
    const present = presentName(item.text, format);
    return present !== undefined && (present === name || expansionOf(present, format).includes(name));
  });
}

/** What an agent without a list does not get because it is denied. */
function deniedLines(agent: Agent): readonly string[] {
  const { format } = agent;
  const items = agent.toolLists().flatMap(({ verb, all }) => (verb === 'denies' ? all : []));
  const denied = deniedBy(
    items.map(({ item }) => item.text),
    format,
  );
  const lines = items.slice(0, SHOWN).map(({ item, list: { entry } }) => {
    const name = presentName(item.text, format) ?? item.text;
    const where = `\`${entry.key}\`, ${lineText(agent, item.span)}`;
    return denied(name) ? `${quoted(name)} is denied by ${where}` : `${quoted(item.text)} in ${where} denies nothing`;
  });
  const { tools, name } = agent.verdict() ?? {};
  if (format.permissions === undefined || tools === undefined) return lines;
  const missing = permittedTools([], format, name ?? null).filter((one) => !tools.effective.includes(one));
  return missing.length === 0 ? lines : [...lines, `denied by the file: ${quotedList(missing, SHOWN)}`];
}

/** Tools that need no permission, which limits nothing. */
function approvedLines(agent: Agent): readonly string[] {
  return agent.toolLists().flatMap(({ verb, entry, all }) => {
    if (verb !== 'approves' || all.length === 0) return [];
    const isKnown = ({ name }: ToolItem): boolean => name.kind === 'tool' || name.kind === 'mcp';
    const where = `\`${entry.key}\`, ${lineText(agent, entry.keySpan)}`;
    const line = (what: string, items: readonly ToolItem[]): readonly string[] => {
      const names = items.map(({ item }) => item.text);
      return names.length === 0 ? [] : [`${what} ${where}: ${quotedList(names, SHOWN)}`];
    };
    return [
      ...line('needs no permission, because of', all.filter(isKnown)),
      ...line(
        'needs no permission only if there is such a tool, because of',
        all.filter((item) => !isKnown(item)),
      ),
    ];
  });
}
