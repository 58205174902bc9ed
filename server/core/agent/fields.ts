/** The fields of an agent by the role that they play. */
import type { FieldRole } from '../hosts/field';
import { fieldByRole, lookup } from '../hosts/lookup';
import { countingEntry, type Fields, fieldsOf } from '../hosts/reading';
import type { Entry, Scalar } from '../syntax/tree';
import type { Agent } from './agent';

/** The entry that counts for a field; undefined when there is none. */
export const entryOf = (agent: Agent, field: { readonly key: string } | undefined): Entry | undefined =>
  field && countingEntry(agent.entries(), field.key, agent.format.on.duplicateKey.counts);

/** The entry that counts for `role`. */
export const entryByRole = (agent: Agent, role: FieldRole): Entry | undefined =>
  entryOf(agent, fieldByRole(agent.format, role));

/** The value for `role` when it is a string that is not empty; every other value has a rule of its own. */
export function textByRole(agent: Agent, role: FieldRole): Scalar | undefined {
  const value = entryByRole(agent, role)?.value;
  return value?.kind === 'scalar' && value.type === 'string' && value.text !== '' ? value : undefined;
}

/**
 * Whether the agent is meant to be run as the main session, where it gets more tools than a subagent: it has a field that
 * counts there only.
 */
export const isMainSession = (agent: Agent): boolean =>
  agent.entries().some(({ key }) => lookup(agent.format.fields, key)?.mainSession === true);

/** The fields as the questions about tools take them. */
export const agentFields = (agent: Agent): Fields =>
  fieldsOf(agent.file.source.text, agent.entries(), agent.format.on.duplicateKey.counts);

/** The entry of the model where the host takes more than a few fixed words for one. */
export function modelEntry(agent: Agent): Entry | undefined {
  const model = fieldByRole(agent.format, 'model');
  return model?.field.shape.kind === 'model' ? entryOf(agent, model) : undefined;
}
