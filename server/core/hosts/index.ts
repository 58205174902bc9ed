/** Which host reads which dialect. */
import type { Dialect } from '../dialects/dialect';
import { lookup } from '../dialects/lookup';
import type { AgentFile } from '../syntax/tree';
import { type HostReading, readAsClaudeCode } from './claudeCode';
import { claudeCodeVerdict, pluginVerdict } from './claudeCodeVerdict';
import type { LoadVerdict } from './verdict';

const readers: Readonly<Record<string, (file: AgentFile) => HostReading>> = {
  'claude-code': readAsClaudeCode,
  'claude-code-plugin': readAsClaudeCode,
};

const verdicts: Readonly<
  Record<string, (file: AgentFile, dialect: Dialect, path: string | undefined) => LoadVerdict | undefined>
> = {
  'claude-code': claudeCodeVerdict,
  'claude-code-plugin': pluginVerdict,
};

/** What becomes of the file; undefined for a host whose loader nobody has studied. */
export const loadVerdict = (file: AgentFile, dialect: Dialect, path?: string): LoadVerdict | undefined =>
  lookup(verdicts, dialect.id)?.(file, dialect, path);

/** What the host of `dialect` makes of the header; undefined for a host whose reading nobody has studied. */
export const readAsHost = (file: AgentFile, dialect: Dialect): HostReading | undefined =>
  lookup(readers, dialect.id)?.(file);
