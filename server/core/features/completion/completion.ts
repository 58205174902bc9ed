/** Completion: what could be at the cursor, the most likely first. */

import type { CompletionItem } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import { lineAt } from '../../text/source';
import { type Span, touches } from '../../text/span';
import { type CursorContext, contextAt } from '../cursorContext';
import { completeCalls } from './calls';
import { completeKeys, completeValues } from './fields';
import { completeHeading } from './heading';
import { completeJson } from './json';
import { nestedItems } from './nestedItems';
import { completeInReport, completeWholeReport } from './report';
import type { Request, SystemOptions } from './request';
import { completeSection } from './section';
import { completeServers } from './servers';
import { completeSnippets, completeWholeFile, onlyWord } from './snippets';
import { completeListItem } from './tools';
import { completeWholeAgent } from './wholeAgent';

/**
 * The completions at `offset`. Items are complete in themselves (documentation, edit, order) and never need resolving.
 * Other servers may answer too, so each item sorts before what sorts by its label.
 */
export function completionAt(
  agent: Agent,
  offset: number,
  { snippets = false, reportKeys = [], templates = [], index }: SystemOptions = {},
): readonly CompletionItem[] {
  const request = { agent, snippets, reportKeys, templates, index };
  if (agent.format.notation === 'json') return completeJson(request, offset);
  const place = contextAt(agent, offset);
  if (place.kind === 'start')
    return [...completeWholeFile(request, place.span), completeWholeAgent(request, place.span)];
  const word = onlyWord(agent, offset);
  const whole = word === undefined ? [] : completeWholeFile(request, word);
  return [...whole, ...completeAt(request, place, offset)];
}

function completeAt(request: Request, place: CursorContext, offset: number): readonly CompletionItem[] {
  const { agent } = request;
  if (replacedPlaces.has(place.kind) && !isInLine(agent, place.span, offset)) return [];
  // What is offered in a body are parts of an agent.
  if (agent.format.kind !== undefined && bodyPlaces.has(place.kind)) return [];
  switch (place.kind) {
    case 'key':
      return completeKeys(request, place);
    case 'value':
      return place.field?.role === 'servers' ? completeServers(request, place, offset) : completeValues(request, place);
    case 'item':
      return completeListItem(request, place, offset);
    case 'nested': {
      const servers = place.field.role === 'servers' ? completeServers(request, place, offset) : [];
      return [...servers, ...nestedItems(request, place)];
    }
    case 'heading':
      return completeHeading(request, place.span, place.level);
    case 'report':
      return completeInReport(request, place.place);
    case 'fence':
      return [...completeWholeReport(request, offset, place.fence), ...completeCalls(request, offset)];
    case 'reference':
      return completeCalls(request, offset);
    case 'prose': {
      const report = completeWholeReport(request, offset);
      const section = completeSection(request, offset, report.length > 0);
      return [...section, ...completeSnippets(request, offset, report), ...completeCalls(request, offset)];
    }
    default:
      return [];
  }
}

/** Places whose whole text a completion replaces. */
const replacedPlaces: ReadonlySet<CursorContext['kind']> = new Set(['key', 'value', 'item', 'nested', 'heading']);

/** Places in the text below the frontmatter. */
const bodyPlaces: ReadonlySet<CursorContext['kind']> = new Set(['heading', 'report', 'fence', 'reference', 'prose']);

/** Whether a completion at `offset` may replace `target`: editors reject edits beyond the line or away from the cursor. */
const isInLine = ({ file: { source } }: Agent, target: Span, offset: number): boolean =>
  touches(target, offset) && lineAt(source, target.start) === lineAt(source, target.end);
