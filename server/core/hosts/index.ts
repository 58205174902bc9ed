/** Which host reads which dialect. */

import type { AgentFile } from '../syntax/tree';
import { type HostReading, readAsClaudeCode } from './claudeCode/read';
import { claudeCodeVerdict, pluginVerdict } from './claudeCode/verdict';
import type { Format } from './host';
import { lookup } from './lookup';
import type { LoadVerdict } from './verdict';

const readers: Readonly<Record<string, (file: AgentFile) => HostReading>> = {
  'claude-code': readAsClaudeCode,
  'claude-code-plugin': readAsClaudeCode,
};

type Judge = (
  file: AgentFile,
  reading: HostReading,
  format: Format,
  path: string | undefined,
) => LoadVerdict | undefined;

const verdicts: Readonly<Record<string, Judge>> = {
  'claude-code': claudeCodeVerdict,
  'claude-code-plugin': pluginVerdict,
};

/**
 * What becomes of the file; undefined for a host whose loader nobody has studied.
 * @param reading What the host makes of the header, where that is known already.
 */
export function loadVerdict(
  file: AgentFile,
  format: Format,
  path?: string,
  reading: HostReading | undefined = readAsHost(file, format),
): LoadVerdict | undefined {
  return reading === undefined ? undefined : lookup(verdicts, format.id)?.(file, reading, format, path);
}

/** What the host of `dialect` makes of the header; undefined for a host whose reading nobody has studied. */
export const readAsHost = (file: AgentFile, format: Format): HostReading | undefined =>
  lookup(readers, format.id)?.(file);
