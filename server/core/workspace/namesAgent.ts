/** Tells names of agents in calls from placeholders. */
import type { Call } from './calls';

/** Whether a call names an agent: not a placeholder, an expression or an invented name. */
export const namesAgent = ({ name }: Call): boolean =>
  !/[^\p{L}\p{N}\p{Pd} :._/]|\.\.\./u.test(name) && !invented.test(name);

/** "agent-name", "your-agent", "x", "specialist-name". */
const invented =
  /^(?:.|(?:(?:your|my|some|the|an?|other|another|target|specific|exact|example|chosen|selected|specialist|appropriate|custom|sub|new|next)[-_ ]?)*(?:agent|subagent|specialist|expert)?[-_ ]?(?:name|type|id|slug|here|[a-z\d])?|(?:foo|bar|baz|xxx|xyz|name)(?:[-_ ].*)?|.*[-_ ](?:foo|bar|xxx|xyz|name))$/i;
