/** The fixes of a name in a call of another agent, which several rules offer. */
import type { Fix } from '../text/edits';
import { quoted } from '../text/quoted';
import type { Call } from '../workspace/calls';

/** Writes another name in a call, where it can be written there. The writer may mean another agent, so it is never automatic. */
export function callInstead({ name: written, span, form }: Call, name: string): readonly Fix[] {
  const isPlain = form === 'mention' || form === 'list' ? /^[\w:-]+$/.test(name) : /^[^"'`\\\r\n]+$/.test(name);
  return isPlain
    ? [{ title: `Replace ${quoted(written)} with ${quoted(name)}`, safe: false, edits: [{ span, newText: name }] }]
    : [];
}
