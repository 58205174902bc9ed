/** The hooks of an agent: which of them can fire, for which tools, and which never do. */

import type { Agent } from '../../agent/agent';
import { entryByRole, isMainSession } from '../../agent/fields';
import { type HookFault, hookFaults } from '../../hosts/hooks';
import type { Hooks } from '../../hosts/host';
import { fieldByRole } from '../../hosts/lookup';
import { matcherFault } from '../../hosts/matchers';
import type { Entry, Mapping, Value } from '../../syntax/tree';
import { isNothing } from '../../syntax/values';
import { asLabel, quoted } from '../../text/quoted';
import { lineText, type Part } from './part';

/** How many entries of one event are shown. */
const SHOWN = 20;

/** Undefined for a format without hooks, and for an agent without any. */
export function hooksPart(agent: Agent): Part | undefined {
  const { hooks } = agent.format;
  const field = fieldByRole(agent.format, 'events');
  const entry = entryByRole(agent, 'events');
  if (hooks === undefined || field === undefined || entry === undefined) return undefined;
  const title = 'Hooks';
  if (field.field.ignoredIn !== undefined)
    return { title, lines: [`No hook fires: \`${field.key}\` is ignored in ${field.field.ignoredIn}.`] };
  const { value } = entry;
  const faults = hookFaults(value, agent.format);
  if (value.kind !== 'mapping') return { title, lines: ['No hook fires.', ...faults.map(({ what }) => asLabel(what))] };
  const lines = value.entries.flatMap((event) => eventLines(event, agent, hooks, faults));
  return { title, lines: lines.length === 0 ? ['No hook fires.'] : lines };
}

function eventLines(event: Entry, agent: Agent, hooks: Hooks, faults: readonly HookFault[]): readonly string[] {
  const { key, keySpan, value } = event;
  if (isNothing(value)) return [];
  const at = `${quoted(key)}, ${lineText(agent, keySpan)}`;
  const own = faults.filter(({ span }) => span.start >= event.span.start && span.end <= event.span.end);
  if (!hooks.events.some((known) => known.value === key)) return [`${at}, never fires: the event is unknown`];
  if (own.length > 0) return own.map(({ what }) => `${at}, is not read: ${what}`);
  if (hooks.mainSession.includes(key) && !isMainSession(agent))
    return [`${at}, fires only when the agent runs as the main session`];
  if (value.kind !== 'sequence') return [];
  return value.items.slice(0, SHOWN).flatMap(({ value: group }) => {
    if (group.kind !== 'mapping') return [];
    return [`${at}, ${firingOf(group, key, agent, hooks)}`];
  });
}

const lastOf = ({ entries }: Mapping, key: string): Value | undefined =>
  entries.findLast((entry) => entry.key === key)?.value;

/** For which tools an entry fires, and what it does then. */
function firingOf(group: Mapping, event: string, { format }: Agent, hooks: Hooks): string {
  const matcher = lastOf(group, 'matcher');
  const text = matcher?.kind === 'scalar' ? matcher.text : '';
  const actions = actionsOf(group, hooks);
  if (text === '') return `fires always: ${actions}`;
  const fault = hooks.matchesTools.includes(event) ? matcherFault(text, format) : undefined;
  if (fault?.matches === 'none') return `never fires, because ${quoted(text)} matches no tool: ${fault.why}`;
  const most = fault?.matches === 'all' ? `nearly every tool, because ${fault.why} (${quoted(text)})` : quoted(text);
  return `fires for ${most}: ${actions}`;
}

/** What an entry does, one part for each hook. */
function actionsOf(group: Mapping, hooks: Hooks): string {
  const list = lastOf(group, hooks.list);
  const actions = list?.kind !== 'sequence' ? [] : list.items.map(({ value }) => actionOf(value, hooks));
  return actions.length === 0 ? 'nothing' : actions.slice(0, SHOWN).join(', then ');
}

function actionOf(hook: Value, hooks: Hooks): string {
  if (hook.kind !== 'mapping') return 'nothing';
  const type = lastOf(hook, 'type');
  const kind = type?.kind === 'scalar' ? type.text : '';
  const [need] = (Object.hasOwn(hooks.types, kind) ? hooks.types[kind]?.needs : undefined) ?? [];
  const subject = need === undefined ? undefined : lastOf(hook, need);
  return subject?.kind === 'scalar' ? `${kind} ${quoted(subject.text)}` : quoted(kind);
}
