/** Rule: the text tells the agent to use a tool that its list does not grant. */

import type { Agent } from '../agent/agent';
import { shellMentions } from '../agent/commandMentions';
import { bringsServers, type Grants, granting, grantsOf } from '../agent/grants';
import { mcpMentions, serverMention } from '../agent/mcpMentions';
import { instructs, type Mention, toolMentions } from '../agent/toolMentions';
import type { Finding } from '../findings/finding';
import type { Format } from '../hosts/host';
import type { Sentence } from '../prose/sentences';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Span } from '../text/span';
import type { Rule } from './rule';

export const toolNotGranted: Rule = {
  id: 'tool-not-granted',
  title: 'Instructions require a tool not granted',
  why: 'An agent gets only the tools in its list. Told to use another one, it fails or makes up a result.',
  severity: 'information',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Grep
        ---
        Use the \`WebSearch\` tool to find the documentation.
                 ^^^^^^^^^ tool-not-granted
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Grep, WebSearch
        ---
        Use the \`WebSearch\` tool to find the documentation.
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools:
          - Read
          - mcp__db
        ---
        1. Run \`npm test\`.
                ^^^^^^^^ tool-not-granted
        2. Ask \`mcp__issues__search\`.
                ^^^^^^^^^^^^^^^^^^^ tool-not-granted
        3. Ask \`mcp__db__query\`.
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools:
          - Read
          - mcp__db
          - Bash
          - mcp__issues__search
        ---
        1. Run \`npm test\`.
        2. Ask \`mcp__issues__search\`.
        3. Ask \`mcp__db__query\`.
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: [Read]
        ---
        ## Allowed Access

        - Tracker MCP tools
                  ^^^^^^^^^ tool-not-granted

        Use MCP tools to report.
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: [Read]
        ---
        Run the tests first:

        \`\`\`bash
           ^^^^ tool-not-granted
        npm test
        \`\`\`
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: [Read, Bash]
        ---
        Run the tests first:

        \`\`\`bash
        npm test
        \`\`\`
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Bash
        ---
        Never use the \`WebSearch\` tool. Run \`npm test\`. Search with the Grep tool. Change files using \`Bash\` or \`Edit\`. Read the docs.

        ## Example

        Use \`WebFetch\`.
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read
        ---
        Be brief.

        **Example answer:**

        Run \`npm test\` with the Bash tool.
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read
        ---
        The user will execute all this.

        \`\`\`bash
        npm test
        \`\`\`
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Use the \`WebSearch\` tool and MCP tools. Run \`npm test\`.
        `,
    },
  ],
  *check(agent) {
    const { file, format } = agent;
    const grants = grantsOf(agent);
    if (grants === undefined) return;
    const sentences = agent.sentences().filter(instructs);
    const seen = new Set<string>();
    for (const { tool, span } of mentionsOf(agent, sentences, grants)) {
      if (seen.has(tool)) continue;
      seen.add(tool);
      yield finding(agent, grants, tool, span);
    }
    const server = grants.mcp.length > 0 || bringsServers(agent) ? undefined : serverMention(file, sentences);
    if (server === undefined || [...seen].some((tool) => tool.startsWith(format.mcp.prefix))) return;
    yield {
      span: server,
      message: `The instructions require tools of an MCP server, but \`${grants.entry.key}\` grants none. Add \`${format.mcp.spell('<server>')}\` with the name of the server, or delete the sentence.`,
    };
  },
};

/** The places that require a tool which is not granted, in file order. */
function mentionsOf(agent: Agent, sentences: readonly Sentence[], grants: Grants): readonly Mention[] {
  const { format } = agent;
  const found = sentences.flatMap((sentence) => [
    ...missingTools(sentence, format, grants),
    ...mcpMentions(sentence, format).filter(
      ({ tool }) => !grants.mcp.some((granted) => format.mcp.covers(granted, tool)),
    ),
  ]);
  const commands = grants.runs ? [] : shellMentions(agent, sentences);
  return [...found, ...commands].sort((a, b) => a.span.start - b.span.start);
}

/** The tools of a sentence that are not granted. In "`X` or `Y`" one granted tool is enough. */
function missingTools(sentence: Sentence, format: Format, { has }: Grants): readonly Mention[] {
  const mentions = toolMentions(sentence, format);
  const isChoice = sentence.words.some(({ text, code }) => text === 'or' && !code);
  return isChoice && mentions.some(({ tool }) => has(tool)) ? [] : mentions.filter(({ tool }) => !has(tool));
}

function finding(agent: Agent, grants: Grants, tool: string, span: Span): Finding {
  return {
    span,
    message: `The instructions require ${quoted(tool)}, but \`${grants.entry.key}\` does not grant it. Add it to the list, or change the instructions.`,
    fixes: granting(agent, grants, tool),
  };
}
