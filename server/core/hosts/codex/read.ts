/** How Codex reads and loads the file of an agent. */
import { problemsOf } from '../../syntax/problems';
import type { AgentFile, Entry } from '../../syntax/tree';
import { span } from '../../text/span';
import { effectiveTools } from '../effectiveTools';
import type { Format } from '../host';
import { faultOfFields, loadedWith, lost, textOf } from '../loading';
import { lookup } from '../lookup';
import { type Fields, fieldsOf, type Reading } from '../reading';
import type { LoadVerdict } from '../verdict';

/** The whole file is TOML, and no key may be there twice. */
export function readAsCodex(file: AgentFile): Reading {
  const { frontMatter, source } = file;
  const closer = frontMatter?.closer ?? span(source.text.length, source.text.length);
  if (frontMatter === undefined || problemsOf(file, 'limit').length > 0) return { kind: 'unread', closer };
  if (problemsOf(file, 'toml').length > 0 || hasDuplicate(frontMatter.entries)) return { kind: 'broken', closer };
  return { kind: 'read', repaired: false, entries: frontMatter.entries, closer };
}

const hasDuplicate = (entries: readonly Entry[]): boolean =>
  new Set(entries.map(({ key }) => key)).size < entries.length;

/** The verdict on an agent; undefined when the file is beyond our own bounds. */
export function verdict({ source }: AgentFile, reading: Reading, format: Format): LoadVerdict | undefined {
  if (reading.kind === 'unread') return undefined;
  if (reading.kind !== 'read') return lost('yaml', 'The file is not valid TOML.', null);
  const fields = fieldsOf(source.text, reading.entries);
  const name = textOf(fields.value('name'))?.trim() ?? null;
  const fault = faultOfFields(fields, reading.entries, format);
  if (fault !== undefined) return lost(fault.cause, fault.reason, name);
  const { refused: _never, ...tools } = effectiveTools(fields, format);
  const limits = limitsIn(fields);
  return loadedWith(name, limits.length === 0 ? tools : { ...tools, limits });
}

/** What the sandbox and the search forbid, as the configuration describes these values. */
function limitsIn(fields: Fields): readonly string[] {
  const sandbox = textOf(fields.value('sandbox_mode')) ?? '';
  const search = textOf(fields.value('web_search')) ?? '';
  return [lookup(sandboxLimits, sandbox) ?? [], search === 'disabled' ? 'no web search' : []].flat();
}

const sandboxLimits: Readonly<Record<string, string>> = {
  'read-only': 'commands change no files',
  'workspace-write': 'commands change files in the project only',
};
