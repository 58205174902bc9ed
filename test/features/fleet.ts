/** A workspace of a dozen agents with everything that the overviews of all agents show. */
import type { Texts } from './workspaces';

const agent = (fields: string, body: string): string => `---\n${fields}\n---\n${body}\n`;

const claude = '/w/.claude/agents';

export const fleet: Texts = {
  [`${claude}/lead.md`]: agent(
    'name: lead\ndescription: Leads the work on a feature.\ntools: Read, Grep, Glob, Agent, TodoWrite',
    'Use the `architect` agent for the design. Use the `implementer` agent for the code. Use the `reviewer` agent for a review.\n\nAsk the `general-purpose` agent for the rest. Call @agent-release-manager at the end.',
  ),
  [`${claude}/architect.md`]: agent(
    'name: architect\ndescription: Designs changes.\ntools: Read, Grep, Glob, WebFetch, WebSearch\nskills: adr, diagrams',
    'Write down what you decide.',
  ),
  [`${claude}/implementer.md`]: agent(
    'name: implementer\ndescription: Changes code.\ntools: Read, Write, Edit, Bash, Agent, MultiEdit, LS',
    'Use the `tester` agent after each change. Use the `security-auditor` agent for login code.',
  ),
  [`${claude}/tester.md`]: agent(
    'name: tester\ndescription: Tests a change.\ntools: Read, Bash, Grep, Agent',
    'Hand failures back to the `implementer` agent. Use the `browser-driver` agent for pages.',
  ),
  [`${claude}/browser-driver.md`]: agent(
    'name: browser-driver\ndescription: Drives a browser.\ntools: Read, mcp__playwright, mcp__chrome-devtools__screenshot',
    'Look at the page.',
  ),
  [`${claude}/reviewer.md`]: agent(
    'name: reviewer\ndescription: Reviews a change.\ntools: Read, Grep, Glob',
    'Use the `security-auditor` agent for what concerns passwords. Read the result.',
  ),
  [`${claude}/security-auditor.md`]: agent(
    'name: security-auditor\ndescription: Looks for leaks.\ndisallowedTools: Write, Edit, NotebookEdit',
    'Report only.',
  ),
  [`${claude}/release-manager.md`]: agent(
    'name: release-manager\ndescription: Publishes a release of every package of the repository.\nskills: changelog, publish-notes',
    'Use the `tester` agent first. Call @agent-deployer, and @agent-lead when it fails.',
  ),
  [`${claude}/documentation-and-tutorial-writer.md`]: agent(
    'name: documentation-and-tutorial-writer-for-all-packages\ndescription: Writes documentation.\ntools: Read, Write, Edit',
    'Write.',
  ),
  [`${claude}/translator.md`]: agent('name: 翻訳者\ndescription: Translates texts.\ntools: Read, Edit', 'Translate.'),
  [`${claude}/retry.md`]: agent(
    'name: retry\ndescription: Does it again.\ntools: Read, Agent',
    'Use the `retry` agent for the second half.',
  ),
  [`${claude}/broken.md`]: agent('description: Has no name.\ntools: Read', 'Work.'),
  [`${claude}/team/tester.md`]: agent('name: tester\ndescription: Another one.\ntools: Read', 'Test.'),
  [`${claude}/README.md`]: 'What these agents are for.\n',
  '/w/.github/agents/planner.agent.md': agent(
    'name: planner\ndescription: Plans changes in the editor.\ntools: [read, search, agent]',
    'Plan.',
  ),
  '/w/.claude/skills/adr/SKILL.md': '---\nname: adr\ndescription: Writes a decision record.\n---\nWrite.\n',
  '/w/.claude/skills/changelog/SKILL.md': '---\nname: changelog\ndescription: Writes a change log.\n---\nWrite.\n',
  '/w/.mcp.json': '{"mcpServers": {"playwright": {"command": "npx"}, "github": {"command": "npx"}}}',
};
