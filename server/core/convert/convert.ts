/** Writes an agent of one host for another one, and says what is kept, changed and lost. */
import { type Agent, readAgent } from '../agent/agent';
import type { Grants, Limits, Plain } from '../hosts/conversion';
import type { Format } from '../hosts/host';
import { fieldByRole, lookup } from '../hosts/lookup';
import type { EffectiveTools } from '../hosts/verdict';
import { convertedFields, losesPlan, onlyPlans } from './fields';
import { grantsOf, namesFor, widened, without, withoutChanges } from './grants';
import { inexpressible } from './inexpressible';
import { promptOf } from './prompt';
import type { Change } from './report';
import { changesOf } from './toolChanges';
import { written } from './write';

/** An agent as it is written for another host. */
export interface Converted {
  /** The path of its file, from the folder of the project on. */
  readonly path: string;
  readonly text: string;
  readonly changes: readonly Change[];
  /** What the agent may do afterwards although it was not allowed before, one sentence each. */
  readonly widens: readonly string[];
}

/** @returns Why the agent cannot be converted, as a whole sentence, or the conversion. */
export type Conversion = { readonly refused: string } | Converted;

/**
 * Converts an agent. Nothing is written that grants more than the source without being named in `widens`, and nothing that the other
 * host would not load.
 */
export function convert(agent: Agent, target: Format): Conversion {
  const refused = refusal(agent, target);
  const verdict = agent.verdict();
  const { conversion } = target;
  if (refused !== undefined || verdict === undefined || conversion === undefined)
    return { refused: refused ?? `How agents of ${target.host.name} are written is not known.` };
  const grants = grantsIn(agent, verdict.tools, target);
  const limits = grants && conversion.limitsTo?.(grants);
  const tools = grants === undefined ? { fields: {}, changes: [] } : limitsFor(grants, limits, agent, target);
  const others = convertedFields(agent, target);
  const { text: prompt, changes: aboutPrompt } = promptOf(agent, target);
  const text = written({ ...conversion.always, ...others.fields, ...tools.fields }, prompt, target);
  const path = conversion.fileOf(fileName(others.name));
  const now = readAgent(text, target, path);
  const result = now.verdict();
  if (result === undefined) return { refused: `How ${target.host.name} loads the result is not known.` };
  if (result.verdict === 'does-not-load')
    return { refused: `${target.host.name} would not load the result: ${result.reason ?? ''}` };
  const given = grantsOf(result.tools, now.format);
  return {
    path,
    text,
    changes: [...others.changes, ...tools.changes, ...aboutPrompt],
    widens: [
      ...widenedBy(grants, given, limits, target),
      ...inexpressible(agent, grants, given, target),
      ...others.widens,
    ],
  };
}

/** What the agent may use, without what its fields forbid in other ways that the target has no words for. */
function grantsIn(agent: Agent, tools: EffectiveTools, target: Format): Grants | undefined {
  const { format } = agent;
  const forbidden = format.conversion?.forbids?.(agent.entries()) ?? [];
  const all = grantsOf(tools, format);
  const granted = forbidden.length === 0 ? all : without(forbidden, all, format);
  if (losesPlan(agent, target)) return withoutChanges(granted, format);
  // Where the mode is what limits an agent, it cannot say both.
  const mode = fieldByRole(target, 'mode')?.key ?? '';
  const isTaken = granted !== undefined && mode in (target.conversion?.limitsTo?.(granted).fields ?? {});
  return isTaken && onlyPlans(agent) ? withoutChanges(granted, format) : granted;
}

/** A name as the name of a file. */
export function fileName(name: string): string {
  const file = name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-');
  // Nothing of it can be part of a file's name.
  return /^[-.]*$/.test(file) ? 'agent' : file;
}

/** Why an agent is not converted at all. */
function refusal(agent: Agent, target: Format): string | undefined {
  const { host } = agent.format;
  const verdict = agent.verdict();
  if ((target.kind ?? 'agent') !== 'agent' || (agent.format.kind ?? 'agent') !== 'agent')
    return 'Only agents can be converted.';
  if (target.host.id === host.id) return `The file is an agent of ${host.name} already.`;
  if (sharesFolder(agent, target)) return `${target.host.name} reads this file too, so it needs no other one.`;
  if (verdict === undefined) return `How ${host.name} loads the file is not known.`;
  if (verdict.verdict === 'does-not-load')
    return `${host.name} does not load the file. Fix this first: ${verdict.reason ?? ''}`;
  return verdict.grantsMore === true
    ? `${host.name} gives the agent more than the file says. Fix this first: ${verdict.reason ?? ''}`
    : undefined;
}

/** Whether both hosts read the same files, so that a new one would be read by both too. */
const sharesFolder = ({ format }: Agent, target: Format): boolean =>
  format.conversion?.fileOf('agent') === target.conversion?.fileOf('agent');

interface Written {
  readonly fields: Readonly<Record<string, Plain>>;
  readonly changes: readonly Change[];
}

/** The fields that limit the agent to what it was granted. */
function limitsFor(grants: Grants, limits: Limits | undefined, agent: Agent, target: Format): Written {
  if (limits !== undefined)
    return { fields: limits.fields, changes: changesOf(agent, limits.names ?? {}, target, limits.hasAllServers) };
  const key = fieldByRole(target, 'allow')?.key;
  if (key === undefined) return { fields: {}, changes: [] };
  const names = namesFor(grants, target);
  const giving = Object.fromEntries(names.map((name) => [name, lookup(target.tools, name)?.gives ?? []]));
  // An empty list would look like a limit and give every tool.
  const isEmpty = names.length === 0 && target.on.emptyAllow !== undefined;
  return { fields: isEmpty ? {} : { [key]: names }, changes: changesOf(agent, giving, target) };
}

/**
 * What the agent may do in the result although it was not granted, one sentence each.
 * @param given What the other host's verdict gives; undefined where it shows no limit.
 */
function widenedBy(
  grants: Grants | undefined,
  given: Grants | undefined,
  limits: Limits | undefined,
  { host }: Format,
): readonly string[] {
  if (grants === undefined) return [];
  // Without a list of tools, the verdict does not show what the other fields forbid.
  const now = given ?? (limits && { abilities: new Set(limits.gives), servers: [] });
  const more = [...widened(grants, now), ...(limits?.hasAllServers ? ['use the tools of every MCP server'] : [])];
  const because = limits === undefined ? '.' : `: ${host.name} has no setting that forbids only that.`;
  return more.map((what) => `The agent may ${what}${because}`);
}
