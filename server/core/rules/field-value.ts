/** Rule: a value that the host does not accept for its field. */

import type { Agent } from '../agent/agent';
import { agentFields } from '../agent/fields';
import { isProvedSafe } from '../agent/safety';
import type { Finding } from '../findings/finding';
import { lossSeverity } from '../findings/loss';
import type { Severity } from '../hosts/effect';
import { wordsOf } from '../hosts/effectiveTools';
import type { Field } from '../hosts/field';
import { lookup } from '../hosts/lookup';
import { faultOf } from '../hosts/shapes';
import { removeEntry, removeItems } from '../syntax/lists/items';
import { valueIn } from '../syntax/notation';
import type { Entry } from '../syntax/tree';
import { document } from '../text/document';
import type { Fix } from '../text/edits';
import { anyOf, quoted } from '../text/quoted';
import { type Span, textAt } from '../text/span';
import { everyKind, type Rule } from './rule';

export const fieldValue: Rule = {
  id: 'field-value',
  title: 'Invalid value for a field',
  why: 'A host ignores an invalid value or rejects the file, often without a message. The agent then runs with other settings than the file says, or not at all.',
  severity: 'warning',
  perReader: true,
  kinds: [...everyKind, 'settings'],
  bad: [
    {
      text: document`
        ---
        name: 123
              ^^^ field-value
        description: Does a thing.
        ---
        Hi
        `,
      fixed: document`
        ---
        name: "123"
        description: Does a thing.
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: [b, c]
                     ^^^^^^ field-value
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        color: Blue
               ^^^^ field-value
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        color: blue
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        background: yes
                    ^^^ field-value
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        background: true
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        color: "#10B981"
               ^^^^^^^^^ field-value
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        color: green
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        maxTurns: -1
                  ^^ field-value
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        maxTurns: ten
                  ^^^ field-value
        ---
        Hi
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        color: blue
        background: true
        maxTurns: "5"
        effort: HIGH
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { format } = agent;
    const counting = new Map(agent.entries().map((entry) => [entry.key, entry]));
    for (const entry of agent.entries()) {
      // Of a key that is written twice, another rule reports the value that does not count.
      if (format.on.duplicateKey.counts === 'last' && counting.get(entry.key) !== entry) continue;
      const field = lookup(format.fields, entry.key);
      // Hooks and servers have their own rules, which also check nested values.
      if (field === undefined || (field.role === 'events' && format.hooks !== undefined)) continue;
      if (field.role === 'servers' && format.servers !== undefined) continue;
      const finding = check(agent, entry, field);
      if (finding !== undefined) yield finding;
    }
  },
};

function check(agent: Agent, entry: Entry, field: Field): Finding | undefined {
  const { format } = agent;
  const { text } = agent.file.source;
  const fault = faultOf(field, entry.value, agentFields(agent).value);
  if (fault === undefined) return undefined;
  const part = fault.at !== undefined && fault.at.end > fault.at.start ? fault.at : undefined;
  const where = part ?? (entry.value.kind === 'missing' ? entry.keySpan : entry.value.span);
  // A fix that changes which tools the agent gets is never applied automatically.
  const isHarmless = field.situation === undefined && field.grants === undefined && field.decides !== true;
  const isSure = fault.instead.length === 1 && fault.sure && isHarmless;
  const suggestions = fault.instead.map(
    (value): Fix => replace(agent, part ?? entry.value.span, valueIn(format.notation, value), isSure),
  );
  const written = textAt(text, where);
  // A part has its own place, and a value of several lines says nothing in one.
  const subject = part !== undefined || written.includes('\n') ? 'it' : quoted(written);
  const shown =
    entry.value.kind === 'missing'
      ? `\`${entry.key}\` has no value`
      : `Invalid \`${entry.key}\`: ${subject} is ${fault.what}`;
  return {
    span: where,
    severity: fault.severity ?? (field.losesAll === true ? lossSeverity(agent) : severityOf(agent, field)),
    message: `${shown}, so ${format.host.name} ${fault.effect ?? field.onInvalid}. Write ${anyOf(fault.wanted)}.`,
    // In settings the field may contain much more than the fault.
    fixes: [
      ...suggestions,
      ...withoutEmptyItems(agent, entry, part),
      ...(field.required === true || format.kind === 'settings' ? [] : [removal(entry, text)]),
    ],
  };
}

/** A list of tools that the host cannot use may mean that the agent gets every tool. */
function severityOf(agent: Agent, { role, invalidSeverity }: Field): Severity {
  // Without its list of tools the agent gets every tool.
  if (role === 'allow' && agent.verdict()?.grantsMore === true) return 'error';
  const { emptyAllow } = agent.format.on;
  return role === 'allow' &&
    emptyAllow !== undefined &&
    wordsOf(agentFields(agent), 'allow', agent.format)?.length === 0
    ? emptyAllow.severity
    : invalidSeverity;
}

/**
 * Removes the items of a list that contain nothing, such as a last dash. Without the whole field the agent might get more.
 * @param part The place of the fault in the value.
 */
function withoutEmptyItems(agent: Agent, entry: Entry, part: Span | undefined): readonly Fix[] {
  const { value } = entry;
  if (value.kind !== 'sequence') return [];
  const empty = value.items.filter((item) => item.value.kind === 'missing');
  if (empty.length === value.items.length || !empty.some(({ span }) => span === part)) return [];
  const all = value.items.map(({ span }, index) => ({ text: '', span, index }));
  const { text } = agent.file.source;
  const gone = all.filter(({ span }) => empty.some((item) => item.span === span));
  const edits = removeItems(text, entry, all, gone);
  const title = empty.length === 1 ? 'Remove the empty item' : 'Remove the empty items';
  // Behind a dash there may be a comment, such as the name of a tool that is off for now.
  const isBare = edits.every(({ span }) => /^[\s-]*$/.test(text.slice(span.start, span.end)));
  return [{ title, safe: isBare && isProvedSafe(agent, edits), edits }];
}

/** Without the field its default applies, so the fix is never applied automatically. */
const removal = (entry: Entry, text: string): Fix => ({
  title: `Remove \`${entry.key}\``,
  safe: false,
  edits: [removeEntry(text, entry)],
});

function replace(agent: Agent, at: Span, newText: string, isSure: boolean): Fix {
  const edits = [{ span: at, newText }];
  const old = quoted(textAt(agent.file.source.text, at));
  return { title: `Replace ${old} with \`${newText}\``, safe: isSure && isProvedSafe(agent, edits), edits };
}
