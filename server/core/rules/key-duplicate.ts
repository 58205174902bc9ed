/** Rule: a key that is written twice; the host takes the last one. */
import type { Dialect } from '../dialects/dialect';
import { keysOf } from '../dialects/lookup';
import { parse } from '../syntax/agentFile';
import { removeEntry } from '../syntax/items';
import type { AgentFile, Entry, Header, Value } from '../syntax/tree';
import { applyEdits } from '../text/edits';
import { meaningOfEntry } from './readings';
import { MAX_HEADER } from './repair';
import type { Finding, Fix, Rule } from './rule';
import { isProvedSafe } from './safety';
import { quoted } from './words';

export const keyDuplicate: Rule = {
  id: 'key-duplicate',
  title: 'A key is written twice',
  why: 'Claude Code takes the last one and says nothing; the others have no effect. A guard or a tool list that is written twice loses one of its two halves. Stricter readers reject the header.',
  severity: 'warning',
  evidence: { source: 'Claude Code 2.1.330 (program)', checked: '2026-11-23', says: 'observed' },
  bad: [
    {
      text: '---\nname: a\n^^^^ key-duplicate\nname: b\ndescription: Does a thing.\n---\nHi\n',
      fixed: '---\nname: b\ndescription: Does a thing.\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools:\n^^^^^ key-duplicate\n  - Read\n  - Edit\nmodel: opus\ntools: Read\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\nmodel: opus\ntools: Read\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\nhooks:\n  Stop: []\n  ^^^^ key-duplicate\n  Stop: []\n---\nHi\n',
    },
  ],
  good: [{ text: '---\nname: a\ndescription: Does a thing.\nhooks:\n  Stop: []\n  SubagentStop: []\n---\nHi\n' }],
  *check(file, { dialect, path, facts }) {
    const { header } = file;
    if (header === undefined) return;
    const read = readEntries(header, facts.fields());
    for (const entries of mapsOf(read)) {
      const last = new Map(entries.map((entry) => [entry.key, entry]));
      if (last.size === entries.length) continue;
      let fixes = 0;
      for (const [i, entry] of entries.entries()) {
        const winner = last.get(entry.key);
        if (winner === undefined || winner === entry || isMergeKey(entry)) continue;
        const isTried = entries === read && fixes++ < MAX_FIXES;
        const removal = isTried ? removalOf(file, entries, i, dialect) : undefined;
        const isProved = removal !== undefined && isProvedSafe(file, removal.edits, dialect, path);
        const fix = isProved ? removal : undefined;
        yield duplicate(entry, winner, dialect, fix);
      }
    }
  },
};

/** The fields before the dashes at which the host stops reading. */
function readEntries({ hostCloser }: Header, fields: readonly Entry[]): readonly Entry[] {
  return hostCloser === undefined ? fields : fields.filter(({ keySpan }) => keySpan.start < hostCloser.start);
}

/** Each fix is tried out on the whole header; the other duplicates have their turn when these are gone. */
const MAX_FIXES = 4;

/** Several merge keys add up in most readers. */
const isMergeKey = ({ key }: Entry): boolean => key === '' || key === '<<';

const duplicate = (entry: Entry, winner: Entry, dialect: Dialect, fix: Fix | undefined): Finding => ({
  span: entry.keySpan,
  tag: 'unnecessary',
  message: `${quoted(entry.key)} is written again further down; ${dialect.host} takes the last one and drops this one without a word. Keep one of them.`,
  related: [{ span: winner.keySpan, message: 'This one counts.' }],
  ...(fix === undefined ? {} : { fixes: [fix] }),
});

/** Takes the whole entry away, when that leaves all others as they are. */
function removalOf(
  { source, header }: AgentFile,
  entries: readonly Entry[],
  index: number,
  dialect: Dialect,
): Fix | undefined {
  const entry = entries[index];
  if (header !== undefined && header.content.end - header.content.start > MAX_HEADER) return undefined;
  // What a broken value is, and where it ends, is not known well enough to delete it.
  if (entry === undefined || header === undefined || entries.some(({ value }) => value.kind === 'broken'))
    return undefined;
  const edits = [removeEntry(source.text, entry)];
  const after = parse(applyEdits(source.text.slice(0, header.span.end), edits), keysOf(dialect));
  const rest = header.entries.filter((other) => other !== entry);
  const isClean = after.problems.every(({ code }) => code !== 'yaml' && code !== 'limit');
  const isSame = after.header?.entries.map(meaningOfEntry).join() === rest.map(meaningOfEntry).join();
  return isClean && isSame
    ? { title: `Remove this ${quoted(entry.key)}, which has no effect`, safe: true, edits }
    : undefined;
}

/** The entries of each map in the header, the header itself first. */
function mapsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const maps: (readonly Entry[])[] = [entries];
  const pending: Value[] = entries.map(({ value }) => value);
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (value.kind === 'list') pending.push(...value.items.map((item) => item.value));
    if (value.kind !== 'map') continue;
    maps.push(value.entries);
    pending.push(...value.entries.map((entry) => entry.value));
  }
  return maps;
}
