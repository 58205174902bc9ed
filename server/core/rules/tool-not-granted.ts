/** Rule: the text tells the agent to use a tool that its list does not grant. */

import type { Agent } from '../agent/agent';
import { shellMentions } from '../agent/commandMentions';
import { entryByRole } from '../agent/fields';
import { bringsServers, type Grants, granting, grantsOf } from '../agent/grants';
import { mcpMentions, serverMention } from '../agent/mcpMentions';
import { grantedSpelling } from '../agent/mcpSpelling';
import { skillMentions } from '../agent/skillMentions';
import { type ToolMention, toolMentions } from '../agent/toolMentions';
import type { Finding } from '../findings/finding';
import type { Format } from '../hosts/host';
import { isMcpName } from '../hosts/toolName';
import type { Sentence } from '../prose/sentences';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
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
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read
        ---
        Load the \`code-review\` skill before the review.
                  ^^^^^^^^^^^ tool-not-granted
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Skill
        ---
        Load the \`code-review\` skill before the review.
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read
        ---
        ## Step 1: Search

        \`\`\`bash
           ^^^^ tool-not-granted
        # Everything that is open
        grep -rn TODO src
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
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read
        ---
        The main agent runs the \`deploy\` skill. Suggest the \`deploy\` skill. Use your problem-solving skills.

        > Use the \`deploy\` skill.

        ## Commands Reference

        \`\`\`bash
        npm test
        \`\`\`

        ## Step 1: Search

        \`\`\`bash
        # Bad
        grep -r todo .
        \`\`\`
        `,
    },
  ],
  *check(agent) {
    const { file, format } = agent;
    const grants = grantsOf(agent);
    if (grants === undefined) return;
    const sentences = agent.instructions();
    const seen = new Set<string>();
    for (const mention of mentionsOf(agent, sentences, grants)) {
      if (seen.has(mention.tool)) continue;
      seen.add(mention.tool);
      yield finding(agent, grants, mention);
    }
    const server =
      grants.denies || grants.mcp.length > 0 || bringsServers(agent) ? undefined : serverMention(file, sentences);
    if (server === undefined || [...seen].some((tool) => isMcpName(tool, format))) return;
    yield {
      span: server,
      message: `The instructions require tools of an MCP server, but \`${grants.entry.key}\` grants none. Add \`${format.mcp.spell('<server>')}\` with the name of the server, or delete the sentence.`,
    };
  },
};

/** The places that require a tool which is not granted, in file order. */
function mentionsOf(agent: Agent, sentences: readonly Sentence[], grants: Grants): readonly Needed[] {
  const { file, format } = agent;
  const found = sentences.flatMap((sentence) => missingTools(sentence, format, grants));
  // Few texts name such a tool, and one search finds out.
  const full = file.source.text.includes(format.mcp.prefix) ? sentences : [];
  const ofServers = full
    .flatMap((sentence) => mcpMentions(sentence, format))
    // Another rule reports those that are nearly a granted one.
    .filter(({ tool }) => !grants.hasMcp(tool) && grantedSpelling(tool, grants, format) === undefined);
  const commands = grants.runs ? [] : shellMentions(agent, sentences);
  const all = [...found, ...ofServers, ...commands, ...skillsOf(agent, sentences, grants)];
  return all.sort((a, b) => a.span.start - b.span.start);
}

/** The skills that the text tells to use, when no tool runs them and none is part of the prompt. */
function skillsOf(agent: Agent, sentences: readonly Sentence[], { has }: Grants): readonly Needed[] {
  const tool = agent.format.skillTool;
  if (tool === undefined || has(tool) || entryByRole(agent, 'skills') !== undefined) return [];
  return skillMentions(agent, sentences, tool).map(({ skill, span }) => ({ tool, span, skill }));
}

/** A tool that the text requires, with the skill that needs it. */
interface Needed extends ToolMention {
  readonly skill?: string;
}

/** The tools of a sentence that are not granted. In "`X` or `Y`" one granted tool is enough. */
function missingTools(sentence: Sentence, format: Format, { has }: Grants): readonly ToolMention[] {
  const mentions = toolMentions(sentence, format);
  if (mentions.length === 0) return mentions;
  const isChoice = sentence.words.list.some(({ text, code }) => text === 'or' && !code);
  return isChoice && mentions.some(({ tool }) => has(tool)) ? [] : mentions.filter(({ tool }) => !has(tool));
}

function finding(agent: Agent, grants: Grants, { tool, span, skill }: Needed): Finding {
  const what =
    skill === undefined
      ? `The instructions require ${quoted(tool)}`
      : `The instructions use the skill ${quoted(skill)}, which requires ${quoted(tool)}`;
  const { entry, denies } = grants;
  return {
    span,
    message: denies
      ? `${what}, but \`${entry.key}\` denies it. Remove it from that list, or change the instructions.`
      : `${what}, but \`${entry.key}\` does not grant it. Add it to the list, or change the instructions.`,
    fixes: granting(agent, grants, tool),
  };
}
