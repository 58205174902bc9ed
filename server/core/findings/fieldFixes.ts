/** Fixes that several rules offer for a field of the frontmatter or for a word in it. */
import type { Agent } from '../agent/agent';
import { removeEntry } from '../syntax/lists/items';
import type { Entry } from '../syntax/tree';
import type { Fix } from '../text/edits';
import { quoted } from '../text/quoted';
import type { Span } from '../text/span';

/** Removes the field with its lines. What was written is lost, so the fix is never applied automatically. */
export const removeField = ({ file }: Agent, entry: Entry): Fix => ({
  title: `Remove ${quoted(entry.key)}`,
  safe: false,
  edits: [removeEntry(file.source.text, entry)],
});

/** Renames the key. This changes what the agent may do, so the fix is never applied automatically. */
export const renameField = ({ key, keySpan }: Entry, name: string): Fix => renameKey(key, name, keySpan);

/** The same for any key. */
export const renameKey = (key: string, name: string, at: Span): Fix => ({
  title: `Rename ${quoted(key)} to \`${name}\``,
  safe: false,
  edits: [{ span: at, newText: name }],
});

/**
 * Replaces a word. The writer may have meant what is there, so the fix is never applied automatically.
 * @param newText How the word is written, where that needs quotes.
 */
export const replaceWord = (written: string, word: string, at: Span, newText = word): Fix => ({
  title: `Replace ${quoted(written)} with \`${word}\``,
  safe: false,
  edits: [{ span: at, newText }],
});
