/** The entries of a header by the role that their field plays. */

import { type Fields, fieldsOf } from '../hosts/claudeCode/effectiveTools';
import type { FieldRole, Format } from '../hosts/host';
import { fieldByRole, lookup } from '../hosts/lookup';
import type { AgentFile, Entry, Scalar } from '../syntax/tree';

/** The entry that counts for a field, which is the last one of its key; undefined when there is none. */
export const entryOf = (file: AgentFile, field: { readonly key: string } | undefined): Entry | undefined =>
  field && file.frontMatter?.entries.findLast((entry) => entry.key === field.key);

/** The entry that counts for `role`. */
export const entryByRole = (file: AgentFile, format: Format, role: FieldRole): Entry | undefined =>
  entryOf(file, fieldByRole(format, role));

/** The value for `role` when it is a text that is not empty; every other value has a rule of its own. */
export function textByRole(file: AgentFile, format: Format, role: FieldRole): Scalar | undefined {
  const value = entryByRole(file, format, role)?.value;
  return value?.kind === 'scalar' && value.type === 'string' && value.text !== '' ? value : undefined;
}

/**
 * Whether the agent is meant to be run as the main session (`--agent`), where it gets more tools than a subagent: it has a
 * field that counts there only.
 */
export const isMainSession = (file: AgentFile, format: Format): boolean =>
  (file.frontMatter?.entries ?? []).some(({ key }) => lookup(format.fields, key)?.mainSession === true);

/** The header as the questions about tools take it. */
export const agentFields = (file: AgentFile): Fields => fieldsOf(file.source.text, file.frontMatter?.entries ?? []);
