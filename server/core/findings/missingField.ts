/** Reports a required field that is missing, for the rules about single fields. */

import type { Agent } from '../agent/agent';
import type { FieldRole } from '../hosts/field';
import { fieldByRole } from '../hosts/lookup';
import { nounOf } from '../hosts/nouns';
import { fieldLine, separatorIn, textIn } from '../syntax/notation';
import type { AgentFile } from '../syntax/tree';
import { baseNameOf, slugOf } from '../text/paths';
import { quoted } from '../text/quoted';
import { lineEndOf } from '../text/source';
import { span } from '../text/span';
import { renameField } from './fieldFixes';
import type { Finding } from './finding';
import { foundDescription } from './foundDescription';

/** Reports frontmatter without the required field of `role`, with what the host then does. */
export function* missingField(agent: Agent, role: FieldRole): Iterable<Finding> {
  const { file, format, path } = agent;
  const { frontMatter } = file;
  const wanted = fieldByRole(format, role);
  if (wanted === undefined) return;
  const { missing, required, onInvalid } = wanted.field;
  const isOptional = required !== true;
  const says = `Missing \`${wanted.key}\`: ${format.host.name} ${missing?.says ?? onInvalid}.`;
  const reading = agent.reading();
  if (isOptional && (missing === undefined || reading.kind !== 'read')) return;
  if (isOptional && agent.entries().some(({ key }) => missing?.unless.includes(key))) return;
  if (frontMatter === undefined) {
    // The host sees frontmatter that we do not. Another rule reports its start, and the fix of that comes first.
    const [first] = agent.entries();
    if (reading.kind === 'read' && !isOptional && !agent.entries().some(({ key }) => key === wanted.key))
      yield {
        span: first?.keySpan ?? reading.closer,
        message: `${says} Add one.`,
      };
    return;
  }
  // The host may see the end of the frontmatter somewhere else; what it makes of broken YAML is in its own entries.
  const isReadByHost = reading.kind === 'read' && reading.repaired && format.readsBroken !== undefined;
  const written = isReadByHost ? [] : frontMatter.entries;
  if ([...written, ...agent.entries()].some((entry) => entry.key === wanted.key)) return;
  // What the host makes of a file that it can read then depends on more than this file.
  if (agent.verdict() === undefined && agent.reading().kind !== 'unread') return;
  // The key may be part of a value that YAML could not read; another rule reports that value.
  const isHidden =
    !isReadByHost &&
    frontMatter.entries.some(
      ({ value }) => value.kind === 'broken' && value.text.includes(`${wanted.key}${separatorIn(format.notation)}`),
    );
  if (isHidden) return;
  // Frontmatter in another language than YAML has no entries, and another rule reports it.
  if (format.notation === undefined && frontMatter.language !== '' && frontMatter.entries.length === 0) return;
  // What an alias merges is not known.
  if (agent.reading().kind === 'unread' && frontMatter.entries.some(({ key }) => key === '<<')) return;
  const misspelled = agent.fields().find(({ name }) => name.kind === 'misspelled' && name.meant === wanted.key)?.entry;
  const first = frontMatter.entries[0];
  const identity = fieldByRole(format, 'identity');
  // The prompt comes last of the fields that every agent has.
  const keys = role === 'prompt-text' ? [fieldByRole(format, 'purpose')?.key, identity?.key] : [identity?.key];
  const before =
    role === 'identity'
      ? first
      : keys.flatMap((key) => frontMatter.entries.find((entry) => entry.key === key) ?? [])[0];
  const at =
    role === 'identity' || before === undefined
      ? frontMatter.content.start
      : nextLineAfter(file, before.span.end, frontMatter.content.end);
  const found = role === 'purpose' ? foundDescription(agent, wanted.key) : undefined;
  // A placeholder that another rule reports until it is replaced.
  const text =
    role === 'identity'
      ? (slugOf(baseNameOf(path) ?? '') ?? nounOf(format))
      : role === 'prompt-text'
        ? 'You are …'
        : undefined;
  const value = found?.yaml ?? textIn(format.notation, text ?? `Use this ${nounOf(format)} when …`);
  const end = lineEndOf(file.source);
  const isMidLine = at > 0 && !/[\r\n\uFEFF]/.test(file.source.text.charAt(at - 1));
  yield {
    span: frontMatter.opener,
    ...(isOptional ? { severity: missing?.severity ?? ('warning' as const) } : {}),
    message: `${says} ${misspelled === undefined ? 'Add one.' : `Rename ${quoted(misspelled.key)} to \`${wanted.key}\`.`}`,
    fixes: [
      misspelled === undefined
        ? {
            title: `Add \`${wanted.key}\`${found === undefined ? '' : ` from ${found.place}`}`,
            safe: false,
            edits: [
              {
                span: span(at, at),
                newText: `${isMidLine ? end : ''}${fieldLine(format.notation, wanted.key, value)}${end}`,
              },
            ],
          }
        : renameField(misspelled, wanted.key),
    ],
  };
}

function nextLineAfter(file: AgentFile, offset: number, limit: number): number {
  const next = file.source.lineStarts.find((start) => start >= offset && start > 0 && start <= limit);
  return next ?? limit;
}
