/** Which host reads which dialect. */
import type { Dialect } from '../dialects/dialect';
import { lookup } from '../dialects/lookup';
import type { AgentFile } from '../syntax/tree';
import { type HostReading, readAsClaudeCode } from './claudeCode';

const readers: Readonly<Record<string, (file: AgentFile) => HostReading>> = { 'claude-code': readAsClaudeCode };

/** What the host of `dialect` makes of the header; undefined for a host whose reading nobody has studied. */
export const readAsHost = (file: AgentFile, dialect: Dialect): HostReading | undefined =>
  lookup(readers, dialect.id)?.(file);
