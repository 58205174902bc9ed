/** Where an agent says whether it has a tool. */
import type { Range } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import { presentName } from '../../hosts/effectiveTools';
import { isMcpName } from '../../hosts/toolName';
import { rangeOf } from '../ranges';

/**
 * The item of a list that names the tool; undefined when none does.
 * @param name As the tool matrix names the column: a tool, or an MCP server.
 */
export function toolPlaceOf({ toolLists, format, file }: Agent, name: string): Range | undefined {
  const isMeant = (written: string): boolean =>
    written === name ||
    presentName(written, format) === name ||
    (isMcpName(written, format) && format.mcp.partsOf?.(written)?.server === name);
  for (const { all } of toolLists())
    for (const { item } of all) if (isMeant(item.text)) return rangeOf(file.source, item.span);
  return undefined;
}
