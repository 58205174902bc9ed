/** Fixes that several rules offer for a field of the frontmatter. */
import type { Agent } from '../agent/agent';
import { removeEntry } from '../syntax/lists/items';
import type { Entry } from '../syntax/tree';
import type { Fix } from '../text/edits';
import { quoted } from '../text/quoted';

/** Removes the field with its line; what somebody wrote is lost, so only a person may choose it. */
export const removeField = ({ file }: Agent, entry: Entry): Fix => ({
  title: `Remove ${quoted(entry.key)}`,
  safe: false,
  edits: [removeEntry(file.source.text, entry)],
});

/** Renames the key, which changes what the agent may do, so a person has to ask for it. */
export const renameField = ({ keySpan }: Entry, name: string): Fix => ({
  title: `Rename to \`${name}\``,
  safe: false,
  edits: [{ span: keySpan, newText: name }],
});
