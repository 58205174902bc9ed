/** Fixes that several rules offer for a field of the frontmatter. */
import type { Agent } from '../agent/agent';
import { removeEntry } from '../syntax/lists/items';
import type { Entry } from '../syntax/tree';
import type { Fix } from '../text/edits';
import { quoted } from '../text/quoted';

/** Removes the field with its lines. What was written is lost, so the fix is never applied automatically. */
export const removeField = ({ file }: Agent, entry: Entry): Fix => ({
  title: `Remove ${quoted(entry.key)}`,
  safe: false,
  edits: [removeEntry(file.source.text, entry)],
});

/** Renames the key. This changes what the agent may do, so the fix is never applied automatically. */
export const renameField = ({ key, keySpan }: Entry, name: string): Fix => ({
  title: `Rename ${quoted(key)} to \`${name}\``,
  safe: false,
  edits: [{ span: keySpan, newText: name }],
});
