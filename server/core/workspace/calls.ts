/** Finds where an agent calls other agents: in its tool list, in the body, and in its completion report. */

import type { Agent } from '../agent/agent';
import { presentName } from '../hosts/effectiveTools';
import { lookup } from '../hosts/lookup';
import { REPORT_AGENT } from '../sectionKinds/reportKeys';
import type { ScalarStyle } from '../syntax/tree';
import { lineFrom } from '../text/lines';
import { type Span, span } from '../text/span';
import { togetherOf } from './tree';
import { calledInWords, isShown } from './wordCalls';

/** A name at a place. */
export interface Mention {
  readonly name: string;
  readonly span: Span;
}

/** How a call is written: in a tool list, as `@agent-name`, as an argument in code, or as a word in the text. */
export type CallForm = 'list' | 'mention' | 'argument' | 'word';

export interface Call extends Mention {
  readonly form: CallForm;
  /** Whether the name can only be that of an agent; otherwise it may be something else, unless there is such an agent. */
  readonly isCertain: boolean;
  /** Whether the agent is told to make it: not in an example, and not negated. */
  readonly isAsked: boolean;
}

/** How people mention an agent to the host: `@agent-` and its name. The tree keeps what is after the `@`. */
export const MENTION = 'agent-';

/** Names longer than this are not read, in UTF-16 units. */
const MAX_NAME = 256;

/** The calls of an agent, in file order. */
export function callsOf(agent: Agent): readonly Call[] {
  const words = calledInWords(agent).map((call): Call => ({ ...call, form: 'word' }));
  return [...listed(agent), ...mentioned(agent), ...argumentsIn(agent), ...words].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

/** `Agent(one, two)` in a tool list. */
function listed({ toolLists, format }: Agent): readonly Call[] {
  return toolLists().flatMap((list) =>
    list.grants
      ? list.all.flatMap(({ item }): readonly Call[] => {
          const open = item.text.indexOf('(');
          const tool = open < 0 ? undefined : presentName(item.text, format);
          if (tool === undefined || lookup(format.tools, tool)?.argumentNames !== 'agents') return [];
          // An item with escapes is longer than its text.
          if (item.span.end - item.span.start !== item.text.length) return [];
          const inner = item.text.slice(open + 1).replace(/\)$/, '');
          return [...inner.matchAll(/[^,\s]+(?: [^,\s]+)*/g)].map(({ 0: name, index }) => ({
            name,
            span: span(item.span.start + open + 1 + index, item.span.start + open + 1 + index + name.length),
            form: 'list',
            isCertain: true,
            isAsked: true,
          }));
        })
      : [],
  );
}

/** `@agent-name` in the text of the body. */
function mentioned(agent: Agent): readonly Call[] {
  if (togetherOf(agent.format)?.mentions !== true) return [];
  return agent.file.body.inlines.flatMap(({ kind, text, span: where }): readonly Call[] => {
    const name = text.slice(MENTION.length);
    if (kind !== 'mention' || name === '' || !text.startsWith(MENTION)) return [];
    const start = where.start + MENTION.length;
    return [{ name, span: span(start, where.end), form: 'mention', isCertain: true, isAsked: !isShown(agent, start) }];
  });
}

/** `subagent_type: "name"` in code of the body. */
function argumentsIn(agent: Agent): readonly Call[] {
  const { file, format } = agent;
  const argument = togetherOf(format)?.callArgument;
  if (argument === undefined) return [];
  const { text } = file.source;
  const found: Call[] = [];
  const { start, end } = file.body.span;
  for (let at = text.indexOf(argument, start); at >= 0 && at < end; at = text.indexOf(argument, at + argument.length)) {
    const from = at + argument.length;
    const rest = text.slice(from, Math.min(lineFrom(text, from).end, from + MAX_NAME));
    const named = /^["'`]?\s*[:=]\s*(["'`])([^"'`\n]+)\1/.exec(rest);
    const name = named?.[2];
    if (named === null || name === undefined) continue;
    const begin = from + named[0].length - 1 - name.length;
    const where = span(begin, begin + name.length);
    found.push({ name, span: where, form: 'argument', isCertain: true, isAsked: !isShown(agent, at) });
  }
  return found;
}

/** A name in a report template. */
export interface Reported extends Mention {
  readonly style: ScalarStyle;
}

/** The agent that the report template names, where it names one. */
export function reportedName(agent: Agent): Reported | undefined {
  const value = agent.report()?.entries.findLast((entry) => entry.key === REPORT_AGENT)?.value;
  return value?.kind === 'scalar' && value.text !== ''
    ? { name: value.text, span: value.inner, style: value.style }
    : undefined;
}
