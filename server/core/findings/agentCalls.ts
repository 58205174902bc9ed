/** What rules about calls of other agents share: which calls count, and the fixes of a name. */
import type { Fix } from '../text/edits';
import { quoted } from '../text/quoted';
import type { Call } from '../workspace/calls';

/** Whether a call names an agent: not a placeholder, an expression or an invented name. */
export const namesAgent = ({ name }: Call): boolean =>
  !/[^\p{L}\p{N}\p{Pd} :._/]|\.\.\./u.test(name) && !invented.test(name);

/** "agent-name", "your-agent", "x", "specialist-name". */
const invented =
  /^(?:.|(?:(?:your|my|some|the|an?|other|another|target|specific|exact|example|chosen|selected|specialist|appropriate|custom|sub|new|next)[-_ ]?)*(?:agent|subagent|specialist|expert)?[-_ ]?(?:name|type|id|slug|here|[a-z\d])?|(?:foo|bar|baz|xxx|xyz|name)(?:[-_ ].*)?|.*[-_ ](?:foo|bar|xxx|xyz|name))$/i;

/** Writes another name in a call, where it can be written there. The writer may mean another agent, so it is never automatic. */
export function callInstead({ name: written, span, form }: Call, name: string): readonly Fix[] {
  const isPlain = form === 'mention' || form === 'list' ? /^[\w:-]+$/.test(name) : /^[^"'`\\\r\n]+$/.test(name);
  return isPlain
    ? [{ title: `Replace ${quoted(written)} with ${quoted(name)}`, safe: false, edits: [{ span, newText: name }] }]
    : [];
}
