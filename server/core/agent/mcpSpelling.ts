/** Finds MCP tools in the body, and those that differ from a granted one only in `-` and `_`. */

import type { Format } from '../hosts/host';
import type { Fence } from '../syntax/tree';
import { span } from '../text/span';
import type { Agent } from './agent';
import { isInstructing } from './commandBlocks';
import type { Grants } from './grants';
import { mcpMentions, mcpNameEnd } from './mcpMentions';
import type { ToolMention } from './toolMentions';

/** A tool in the body with the name that the list grants. */
export interface Misspelling extends ToolMention {
  readonly granted: string;
}

/** The name that the list grants instead of `tool`; undefined when it grants `tool`, or nothing like it. */
export function grantedSpelling(tool: string, { mcp, hasMcp }: Grants, format: Format): string | undefined {
  if (hasMcp(tool)) return undefined;
  for (const granted of mcp) {
    // `-` and `_` are of one length, so the names can be compared by their beginning.
    const { wildcard } = format;
    const start = wildcard !== undefined && granted.endsWith(wildcard) ? granted.slice(0, -wildcard.length) : granted;
    const name = start + tool.slice(start.length);
    if (even(name) === even(tool) && format.mcp.covers(granted, name)) return name;
  }
  return undefined;
}

const even = (name: string): string => name.replaceAll('-', '_');

/** Such tools in the body, in file order. */
export function mcpMisspellings(agent: Agent, grants: Grants): readonly Misspelling[] {
  if (grants.mcp.length === 0) return [];
  return requiredMcpTools(agent).flatMap((mention) => {
    const granted = grantedSpelling(mention.tool, grants, agent.format);
    return granted === undefined ? [] : [{ ...mention, granted }];
  });
}

/** The full names of MCP tools in sentences and code blocks that instruct, in file order. The span may be longer than the name. */
export function requiredMcpTools(agent: Agent): readonly ToolMention[] {
  const { file, format } = agent;
  // Few texts name such a tool, and one search finds out.
  if (!file.source.text.includes(format.mcp.prefix)) return [];
  const inText = agent.instructions().flatMap((sentence) => mcpMentions(sentence, format));
  const inCode = file.body.fences
    .filter((fence) => isInstructing(agent, fence))
    .flatMap((fence) => mentionsIn(file.source.text, fence, format));
  return [...inText, ...inCode].sort((a, b) => a.span.start - b.span.start);
}

/** The full names of MCP tools in a code block. */
function mentionsIn(text: string, { content }: Fence, { mcp }: Format): readonly ToolMention[] {
  const found: ToolMention[] = [];
  if (mcp.isTool === undefined || mcp.prefix === '') return found;
  const code = text.slice(content.start, content.end);
  for (let at = code.indexOf(mcp.prefix); at >= 0; ) {
    const end = mcpNameEnd(code, at);
    const tool = code.slice(at, end);
    const isWhole = at === 0 || !/[\w-]/.test(code.charAt(at - 1));
    if (isWhole && mcp.isTool?.(tool) === true && mcp.fault(tool) === undefined)
      found.push({ tool, span: span(content.start + at, content.start + end) });
    at = code.indexOf(mcp.prefix, Math.max(end, at + 1));
  }
  return found;
}
