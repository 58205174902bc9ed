/** Rule: a report template that names another agent. */
import { agentNameOf } from '../agent/agentName';
import { isPlaceholder } from '../completionReport/placeholder';
import { REPORT_AGENT } from '../sectionKinds/reportKeys';
import type { Scalar } from '../syntax/tree';
import type { Fix } from '../text/edits';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const reportAgent: Rule = {
  id: 'report-agent',
  title: 'The report template names another agent',
  why: 'The template was copied or the agent renamed, and reports now come in under the wrong name; whoever collects them files them with somebody else.',
  severity: 'warning',
  bad: [
    {
      text: '---\nname: api-expert\ndescription: Does a thing.\n---\n```yaml\ncompletion_report:\n  agent: "python-expert"\n         ^^^^^^^^^^^^^^^ report-agent\n```\n',
      fixed:
        '---\nname: api-expert\ndescription: Does a thing.\n---\n```yaml\ncompletion_report:\n  agent: "api-expert"\n```\n',
    },
    {
      text: '---\nname: api-expert\ndescription: Does a thing.\n---\n```json\n{ "completion_report": { "agent": "python-expert" } }\n                                  ^^^^^^^^^^^^^^^ report-agent\n```\n',
      fixed:
        '---\nname: api-expert\ndescription: Does a thing.\n---\n```json\n{ "completion_report": { "agent": "api-expert" } }\n```\n',
    },
  ],
  good: [
    {
      text: '---\nname: api-expert\ndescription: Does a thing.\n---\n```yaml\ncompletion_report:\n  agent: api-expert\n```\n',
    },
    {
      text: '---\nname: api-expert\ndescription: Does a thing.\n---\n```yaml\ncompletion_report:\n  agent: "[name]"\n```\n',
    },
    { text: '---\nname: boss\ndescription: Does a thing.\n---\n```yaml\ncompletion_report:\n  agent: a | b\n```\n' },
    { text: '---\nname: boss\ndescription: Does a thing.\n---\n## Response Format\n```yaml\nagent: helper\n```\n' },
  ],
  *check(agent) {
    const report = agent.report();
    const name = agentNameOf(agent);
    // Without the report's root the key may mean any agent.
    if (report?.root === undefined || name === undefined) return;
    const value = report.entries.findLast((entry) => entry.key === REPORT_AGENT)?.value;
    if (value?.kind !== 'scalar' || value.text === name || value.text === '' || !isName(value.text)) return;
    const fix = renaming(value, name);
    yield {
      span: value.span,
      message: `The report is signed by ${quoted(value.text)}, but this agent is called ${quoted(name)}. Write its own name.`,
      ...(fix === undefined ? {} : { fixes: [fix] }),
    };
  },
};

/** A place to fill in or a choice of several names says nothing about who reports. */
const isName = (text: string): boolean => !isPlaceholder(text) && !/[|,/<>[\]{}$…]/.test(text);

/** Nothing that a host does depends on the body's template, so the name can be put right without asking. */
function renaming({ inner, style }: Scalar, name: string): Fix | undefined {
  if (style === 'literal' || style === 'folded' || !/^[\w-]+$/.test(name)) return undefined;
  return { title: `Write \`${name}\``, safe: true, edits: [{ span: inner, newText: name }] };
}
