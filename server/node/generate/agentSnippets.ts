/** Writes the snippets for parts of an agent file. Headings, report keys, fields, tools and models come from the core. */
import { catalogue, REPORT_AGENT, REPORT_REQUEST, reportKeys, reportTemplate, snippetText } from '../../core/index';
import { newAgent, newCommand, newSkill } from './hostNames';
import { choice, type Snippet, snippet } from './snippetText';

/** Path from the root of the repository. */
export const AGENT_SNIPPETS = 'snippets/agents.json';

/** The agent's name, by default the file name. */
const name = `‹\${TM_FILENAME_BASE:agent-name}›`;

/** The heading of a kind of section. Emoji are before subsections only. */
function heading(id: string): string {
  const { level, emoji, title } = kindOf(id);
  return `${'#'.repeat(level)} ${level > 2 && emoji !== undefined ? `${emoji} ` : ''}${title}`;
}

/** The heading of a section about access, in capitals so that it stands out. */
function accessHeading(id: string): string {
  const { level, emoji = '', title } = kindOf(id);
  return `${'#'.repeat(level)} ${emoji} ${title.toUpperCase()}${level > 2 ? ':' : ''}`;
}

/** @throws RangeError when the catalogue has no such section. */
function kindOf(id: string): (typeof catalogue)[number] {
  const kind = catalogue.find((one) => one.id === id);
  if (kind === undefined) throw new RangeError(`the catalogue has no section ${id}`);
  return kind;
}

const report: readonly string[] = [
  '```yaml',
  ...reportTemplate(reportKeys, ({ key, place }) => (key === REPORT_AGENT ? name : `‹[${snippetText(place)}]›`)),
  '```',
];

const responseFormat: readonly string[] = [heading('response-format'), '', REPORT_REQUEST, '', ...report];

const { keys } = newAgent;

export const agentSnippets: Readonly<Record<string, Snippet>> = {
  'New Agent': snippet(
    'agent-new',
    'A complete agent file: frontmatter, role, access, protocol, report and checklist',
    [
      '---',
      `${keys.identity}: ${name}`,
      `${keys.purpose}: ‹What this agent does. Use it when the task is about that, not for anything else.›`,
      `${keys.allow}: ${choice(newAgent.toolSets.map((tools) => tools.join(', ')))}`,
      `${keys.model}: ${choice(newAgent.models)}`,
      '---',
      '',
      'You are ‹a senior developer who specializes in one field›.',
      '',
      accessHeading('access-restrictions'),
      '',
      accessHeading('allowed-access'),
      '- ‹Code and tests that this agent may read and change›',
      '',
      accessHeading('forbidden-access'),
      '- ‹Code that belongs to other agents›',
      '',
      heading('expertise'),
      '- **‹Field›**: ‹What this agent knows about it›',
      '',
      heading('task-execution-protocol'),
      '1. **Context**: ‹Read the task and the code it touches›',
      '2. **Implementation**: ‹Make the smallest change that does it, with tests›',
      '3. **Verification**: ‹Run the checks and read their output›',
      '',
      ...responseFormat,
      '',
      heading('quality-assurance'),
      '',
      heading('pre-delivery-checklist'),
      '- [ ] ‹Every requirement of the task is met›',
      '- [ ] ‹Types, linter and tests pass›',
    ],
  ),
  'New Skill': snippet('agent-skill', 'A new skill: a description that says when to use it, and instructions', [
    '---',
    `${newSkill.purpose}: ‹What it does. Use when the task is about that.›`,
    '---',
    '',
    '# ‹What to do›',
    '',
    '1. ‹Read what the task is about›',
    '2. ‹Do it›',
    '3. ‹Check the result›',
  ]),
  'New Command': snippet('agent-command', 'A new command, with tools that need no permission and its arguments', [
    '---',
    `${newCommand.purpose}: ‹What it does›`,
    'argument-hint: "‹[what to work on]›"',
    `${newCommand.approve}: ‹Read, Grep, Glob›`,
    '---',
    '',
    // The program puts the arguments below the text.
    '‹Explain how the part works that the arguments name.›',
  ]),
  'Access Restrictions': snippet('agent-access-restrictions', 'What the agent may and may not access', [
    accessHeading('access-restrictions'),
    '',
    accessHeading('allowed-access'),
    '- ‹Code and tests that this agent may read and change›',
    '- ‹Configuration and specifications that go with them›',
    '',
    accessHeading('forbidden-access'),
    '- ‹Code that belongs to other agents›',
    '- ‹Secrets, credentials and production data›',
    '',
    '**IMPORTANT:** You work ONLY with ‹the files listed above›. ‹When a task needs anything else, stop and say so in the report.›',
  ]),
  'Task Execution Protocol': snippet(
    'agent-task-execution-protocol',
    'How the agent reads a task, does it and delivers the result',
    [
      heading('task-execution-protocol'),
      '',
      heading('context-processing'),
      'When receiving a task, I analyze:',
      '1. **‹Requirements›**: ‹What the task requires, and how to tell that it is done›',
      '2. **‹Existing Code›**: ‹What is there already and which conventions it follows›',
      '3. **‹Risks›**: ‹Edge cases, failures and other parts that depend on the change›',
      '',
      heading('implementation-process'),
      '1. **‹Planning›**: ‹Choose the smallest change that meets the requirements›',
      '2. **‹Implementation›**: ‹Make the change together with its tests›',
      '3. **‹Verification›**: ‹Run the tests and checks, and read their output›',
      '',
      heading('delivery-standards'),
      'Every implementation includes:',
      '- **‹Working Code›**: ‹Complete, typed, with failures handled›',
      '- **‹Evidence›**: ‹Which checks were run and what they showed›',
    ],
  ),
  'Response Format': snippet(
    'agent-response-format',
    'A section that requires a completion report at the end of every task',
    responseFormat,
  ),
  'Completion Report': snippet(
    'agent-completion-report',
    'The completion report as a YAML code block, with all keys',
    report,
  ),
  'Pre-Delivery Checklist': snippet('agent-pre-delivery-checklist', 'A checklist to complete before delivery', [
    heading('pre-delivery-checklist'),
    '- [ ] ‹Every requirement of the task is met›',
    '- [ ] ‹Types, linter and tests pass›',
    '- [ ] ‹Failures are handled and give useful messages›',
    '- [ ] ‹No secrets in code, logs or the report›',
    '- [ ] ‹Documentation is up to date›',
  ]),
};
