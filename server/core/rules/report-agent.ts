/** Rule: a report template that names another agent. */
import { isPlaceholder } from '../completionReport/placeholder';
import { REPORT_AGENT } from '../sectionKinds/reportKeys';
import type { Scalar } from '../syntax/tree';
import { document } from '../text/document';
import type { Fix } from '../text/edits';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const reportAgent: Rule = {
  id: 'report-agent',
  title: 'Report template names another agent',
  why: 'Reports arrive under the wrong name when a template was copied or the agent renamed.',
  severity: 'warning',
  bad: [
    {
      text: document`
        ---
        name: api-expert
        description: Does a thing.
        ---
        \`\`\`yaml
        completion_report:
          agent: "python-expert"
                 ^^^^^^^^^^^^^^^ report-agent
        \`\`\`
        `,
      fixed: document`
        ---
        name: api-expert
        description: Does a thing.
        ---
        \`\`\`yaml
        completion_report:
          agent: "api-expert"
        \`\`\`
        `,
    },
    {
      text: document`
        ---
        name: api-expert
        description: Does a thing.
        ---
        \`\`\`json
        { "completion_report": { "agent": "python-expert" } }
                                          ^^^^^^^^^^^^^^^ report-agent
        \`\`\`
        `,
      fixed: document`
        ---
        name: api-expert
        description: Does a thing.
        ---
        \`\`\`json
        { "completion_report": { "agent": "api-expert" } }
        \`\`\`
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: api-expert
        description: Does a thing.
        ---
        \`\`\`yaml
        completion_report:
          agent: api-expert
        \`\`\`
        `,
    },
    {
      text: document`
        ---
        name: api-expert
        description: Does a thing.
        ---
        \`\`\`yaml
        completion_report:
          agent: "[name]"
        \`\`\`
        `,
    },
    {
      text: document`
        ---
        name: boss
        description: Does a thing.
        ---
        \`\`\`yaml
        completion_report:
          agent: a | b
        \`\`\`
        `,
    },
    {
      text: document`
        ---
        name: boss
        description: Does a thing.
        ---
        ## Response Format
        \`\`\`yaml
        agent: helper
        \`\`\`
        `,
    },
  ],
  *check(agent) {
    const report = agent.report();
    const name = agent.name();
    // Outside the report's root key, `agent` may mean any agent.
    if (report?.root === undefined || name === undefined) return;
    const value = report.entries.findLast((entry) => entry.key === REPORT_AGENT)?.value;
    if (value?.kind !== 'scalar' || value.text === name || value.text === '' || !isName(value.text)) return;
    const fix = renaming(value, name);
    yield {
      span: value.span,
      message: `The report template names ${quoted(value.text)}, but this agent is ${quoted(name)}. Use its own name.`,
      ...(fix === undefined ? {} : { fixes: [fix] }),
    };
  },
};

/** A placeholder or a choice of several names does not name an agent. */
const isName = (text: string): boolean => !isPlaceholder(text) && !/[|,/<>[\]{}$\u2026]/.test(text);

/** The template may be the one of another agent, whose report this one receives, so the fix is never automatic. */
function renaming({ inner, style, text }: Scalar, name: string): Fix | undefined {
  if (style === 'literal' || style === 'folded' || !/^[\w-]+$/.test(name)) return undefined;
  return {
    title: `Replace ${quoted(text)} with ${quoted(name)}`,
    safe: false,
    edits: [{ span: inner, newText: name }],
  };
}
