/** Rule: a key that is written twice; the host takes the last one. */

import type { Agent } from '../agent/agent';
import { isProvedSafe } from '../agent/safety';
import type { Finding } from '../findings/finding';
import type { Format } from '../hosts/host';
import { keysOf } from '../hosts/lookup';
import { closerOf } from '../hosts/reading';
import { fieldsBesidesSpills } from '../repair/pieces';
import { meaningOfEntry } from '../repair/readings';
import { MAX_HEADER } from '../repair/repair';
import { removeEntry } from '../syntax/lists/items';
import { parse } from '../syntax/parse';
import type { Entry, Value } from '../syntax/tree';
import { document } from '../text/document';
import type { Fix } from '../text/edits';
import { applyEdits } from '../text/edits';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const keyDuplicate: Rule = {
  id: 'key-duplicate',
  title: 'A key is written twice',
  why: 'Claude Code takes the last one and says nothing; the others have no effect. A guard or a tool list that is written twice loses one of its two halves. Stricter readers reject the header.',
  severity: 'warning',
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
    // What the host does not read counts for nothing.
    const read = fieldsBesidesSpills(agent).flatMap(({ entry }) =>
      entry.keySpan.start < (closer?.start ?? entry.keySpan.end) ? [entry] : [],
    );
    for (const entries of mapsOf(read)) {
      const last = new Map(entries.map((entry) => [entry.key, entry]));
      if (last.size === entries.length) continue;
      let fixes = 0;
      for (const entry of entries) {
        const winner = last.get(entry.key);
        if (winner === undefined || winner === entry || isMergeKey(entry)) continue;
        const isTried = entries === read && fixes++ < MAX_FIXES;
        const removal = isTried ? removalOf(agent, entry) : undefined;
        const fix = removal !== undefined && isProvedSafe(agent, removal.edits) ? removal : undefined;
        yield duplicate(entry, winner, format, fix);
      }
    }
  },
};

/** Each fix is tried out on the whole header; the other duplicates have their turn when these are gone. */
const MAX_FIXES = 4;

/** Several merge keys add up in most readers. */
const isMergeKey = ({ key }: Entry): boolean => key === '' || key === '<<';

const duplicate = (entry: Entry, winner: Entry, format: Format, fix: Fix | undefined): Finding => ({
  span: entry.keySpan,
  severity: format.on.duplicateKey.severity,
  tag: 'unnecessary',
  message: `${quoted(entry.key)} is written again further down; ${
    format.on.duplicateKey.counts === 'last'
      ? `${format.host.name} takes the last one and drops this one without a word`
      : `${format.host.name} ${format.on.duplicateKey.says}`
  }. Keep one of them.`,
  related: [
    {
      span: winner.keySpan,
      message: format.on.duplicateKey.counts === 'none' ? 'Written again here' : 'This one counts.',
    },
  ],
  ...(fix === undefined ? {} : { fixes: [fix] }),
});

/** Takes the whole entry away, when that leaves all others as they are. */
function removalOf(agent: Agent, entry: Entry): Fix | undefined {
  const { format } = agent;
  const { source, frontMatter } = agent.file;
  if (frontMatter !== undefined && frontMatter.content.end - frontMatter.content.start > MAX_HEADER) return undefined;
  // What a broken value is, and where it ends, is not known well enough to delete it.
  if (frontMatter === undefined || frontMatter.entries.some(({ value }) => value.kind === 'broken')) return undefined;
  const edits = [removeEntry(source.text, entry)];
  const after = parse(applyEdits(source.text.slice(0, frontMatter.span.end), edits), keysOf(format));
  const rest = frontMatter.entries.filter(({ keySpan }) => keySpan.start !== entry.keySpan.start);
  const isClean = after.problems.every(({ code }) => code !== 'yaml' && code !== 'limit');
  const isSame = after.frontMatter?.entries.map(meaningOfEntry).join() === rest.map(meaningOfEntry).join();
  return isClean && isSame
    ? {
        title: `Remove this ${quoted(entry.key)}${format.on.duplicateKey.counts === 'none' ? '' : ', which has no effect'}`,
        // Where the host takes neither, only the writer knows which one was meant.
        safe: format.on.duplicateKey.counts === 'last',
        edits,
      }
    : undefined;
}

/** The entries of each map in the header, the header itself first. */
function mapsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const maps: (readonly Entry[])[] = [entries];
  const pending: Value[] = entries.map(({ value }) => value);
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (value.kind === 'sequence') pending.push(...value.items.map((item) => item.value));
    if (value.kind !== 'mapping') continue;
    maps.push(value.entries);
    pending.push(...value.entries.map((entry) => entry.value));
  }
  return maps;
}
