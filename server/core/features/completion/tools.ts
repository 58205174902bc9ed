/** Completion in a list of names: tools, what a tool takes in parentheses, and skills. */
import { type CompletionItem, CompletionItemKind, CompletionItemTag } from 'vscode-languageserver-types';
import { presentName } from '../../hosts/effectiveTools';
import type { Format } from '../../hosts/host';
import type { Tool } from '../../hosts/tool';
import type { Item } from '../../syntax/lists/items';
import { describeTool, toolDetail, toolLabel } from '../hover/describe';
import { completeArgument, completeSkills } from './listedNames';
import { type ItemPlace, itemText } from './listItem';
import { edited, markdown, order, type Request } from './request';
import { completeServerTools } from './servers';

/** An item of a list of names: a tool, what a tool takes in parentheses, or a skill. */
export function completeListItem(request: Request, place: ItemPlace, offset: number): readonly CompletionItem[] {
  if (place.field.role === 'skills') return completeSkills(request, place, offset);
  if (place.field.shape.kind !== 'tools') return [];
  return (
    completeArgument(request, place, offset) ?? [
      ...tools(request, place, offset),
      ...completeServerTools(request, place, offset),
    ]
  );
}

function tools(request: Request, place: ItemPlace, offset: number): readonly CompletionItem[] {
  const { format } = request.agent;
  const used = new Set(place.others.map((item) => nameOf(item, format)));
  return Object.entries(format.tools)
    .filter(([name, tool]) => !used.has(name) && tool.status !== 'undocumented' && tool.status !== 'internal')
    .map(
      ([name, tool], i): CompletionItem => ({
        label: name,
        labelDetails: { description: toolLabel(tool) },
        kind: CompletionItemKind.Function,
        detail: toolDetail(tool),
        documentation: markdown(describeTool(name, tool, format)),
        sortText: order(rankOf(tool, format), i),
        ...(tool.status === 'legacy' ? { tags: [CompletionItemTag.Deprecated] } : {}),
        ...edited(request, place.span, itemText(request, place, offset, name)),
      }),
    );
}

/** Tools that every subagent gets come first; last those that an agent does not get, or should no longer use. */
function rankOf(tool: Tool, format: Format): number {
  if (tool.status === 'legacy' || (format.kind === undefined && tool.subagents === 'never')) return 2;
  return tool.subagents === 'always' ? 0 : 1;
}

/** The present name of a listed tool, so that a tool under its old name is not offered a second time. */
const nameOf = (item: Item, format: Format): string => presentName(item.text, format) ?? item.text;
