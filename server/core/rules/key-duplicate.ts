/** Rule: a key that is written twice. */

import type { Agent } from '../agent/agent';
import { isProvedSafe } from '../agent/safety';
import type { Finding } from '../findings/finding';
import type { Effect } from '../hosts/effect';
import type { Format } from '../hosts/host';
import { fileOf } from '../hosts/lookup';
import { closerOf } from '../hosts/reading';
import { fieldsBesidesSpills } from '../repair/pieces';
import { isRefusedForYaml, MAX_HEADER } from '../repair/repair';
import { removeEntry } from '../syntax/lists/items';
import { meaningOfEntry } from '../syntax/meaning';
import type { Entry, Value } from '../syntax/tree';
import { append } from '../text/append';
import { document } from '../text/document';
import type { Fix } from '../text/edits';
import { applyEdits } from '../text/edits';
import { quoted } from '../text/quoted';
import { everyKind, type Rule } from './rule';

export const keyDuplicate: Rule = {
  id: 'key-duplicate',
  title: 'Duplicate frontmatter key',
  why: 'A host uses only one of the values or rejects the file. A guard or a tool list that is written twice loses one of its halves.',
  severity: 'warning',
  perReader: true,
  kinds: everyKind,
  bad: [
    {
      text: document`
        ---
        name: a
        ^^^^ key-duplicate
        name: b
        description: Does a thing.
        ---
        Hi
        `,
      fixed: document`
        ---
        name: b
        description: Does a thing.
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools:
        ^^^^^ key-duplicate
          - Read
          - Edit
        model: opus
        tools: Read
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        model: opus
        tools: Read
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        hooks:
          Stop: []
          ^^^^ key-duplicate
          Stop: []
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
        hooks:
          Stop: []
          SubagentStop: []
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { file, format } = agent;
    const { frontMatter } = file;
    if (frontMatter === undefined) return;
    const closer = closerOf(agent.reading());
    // Keys after the end of the frontmatter, as the host sees it, have no effect.
    const read = fieldsBesidesSpills(agent).flatMap(({ entry }) =>
      entry.keySpan.start < (closer?.start ?? entry.keySpan.end) ? [entry] : [],
    );
    for (const entries of mappingsOf(read)) {
      const isFirst = entries === read && format.on.duplicateKey.counts === 'first';
      const winners = new Map((isFirst ? entries.toReversed() : entries).map((entry) => [entry.key, entry]));
      if (winners.size === entries.length) continue;
      let fixes = 0;
      for (const entry of entries) {
        const winner = winners.get(entry.key);
        if (winner === undefined || winner === entry || isMergeKey(entry)) continue;
        const isTried = entries === read && fixes++ < MAX_FIXES;
        const removal = isTried ? removalOf(agent, entry) : undefined;
        const fix = removal !== undefined && isProvedSafe(agent, removal.edits) ? removal : undefined;
        yield duplicate(
          entry,
          winner,
          format,
          fix,
          isRefusedForYaml(agent) ? format.on.noFrontMatter : format.on.duplicateKey,
        );
      }
    }
  },
};

/** How many duplicates get a fix at once, because each fix is tried on the whole frontmatter. */
const MAX_FIXES = 4;

/** Most hosts combine the values of several merge keys. */
const isMergeKey = ({ key }: Entry): boolean => key === '' || key === '<<';

const duplicate = (
  entry: Entry,
  winner: Entry,
  format: Format,
  fix: Fix | undefined,
  { says, severity }: Effect,
): Finding => ({
  span: entry.keySpan,
  severity,
  tag: 'unnecessary',
  message: `Duplicate key ${quoted(entry.key)}: ${format.host.name} ${says}. Keep one of them.`,
  related: [
    {
      span: winner.keySpan,
      message: format.on.duplicateKey.counts === 'none' ? 'The same key again' : 'This one is used',
    },
  ],
  ...(fix === undefined ? {} : { fixes: [fix] }),
});

/** Removes the whole entry, if that does not change the others. */
function removalOf(agent: Agent, entry: Entry): Fix | undefined {
  const { format } = agent;
  const { source, frontMatter } = agent.file;
  if (frontMatter !== undefined && frontMatter.content.end - frontMatter.content.start > MAX_HEADER) return undefined;
  // The end of a broken value is not known well enough to delete it.
  if (frontMatter === undefined || frontMatter.entries.some(({ value }) => value.kind === 'broken')) return undefined;
  const edit = removeEntry(source.text, entry);
  const edits = [edit];
  // Unclosed frontmatter may end before the line end that goes with the entry.
  const head = source.text.slice(0, Math.max(frontMatter.span.end, edit.span.end));
  const after = fileOf(applyEdits(head, edits), format);
  const rest = frontMatter.entries.filter(({ keySpan }) => keySpan.start !== entry.keySpan.start);
  const isClean = after.problems.every(({ code }) => code !== 'yaml' && code !== 'limit');
  const isSame = after.frontMatter?.entries.map(meaningOfEntry).join() === rest.map(meaningOfEntry).join();
  return isClean && isSame
    ? // Where the host uses neither value, only the writer knows which one to keep.
      { title: `Remove the duplicate ${quoted(entry.key)}`, safe: format.on.duplicateKey.counts !== 'none', edits }
    : undefined;
}

/** The entries of each mapping in the frontmatter, the frontmatter itself first. */
function mappingsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const mappings: (readonly Entry[])[] = [entries];
  const pending: Value[] = entries.map(({ value }) => value);
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (value.kind === 'sequence')
      append(
        pending,
        value.items.map((item) => item.value),
      );
    if (value.kind !== 'mapping') continue;
    mappings.push(value.entries);
    append(
      pending,
      value.entries.map((entry) => entry.value),
    );
  }
  return mappings;
}
