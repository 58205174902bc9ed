/** What new agents are for: the text of each, which speaks only of what the agent may do. */
import type { Ability } from '../hosts/tool';
import { generalReportKeys, type ReportKeyKind, reportKeys } from '../sectionKinds/reportKeys';

/** What the agent may do. */
export interface Allowed {
  readonly can: (ability: Ability) => boolean;
  /** Whether it can change something. A command can change everything. */
  readonly changes: boolean;
}

/** A line of text with placeholders between `‹` and `›`, or the place of the completion report. */
export type Line = string | { readonly report: readonly ReportKeyKind[] };

export interface Preset {
  readonly id: string;
  readonly title: string;
  /** What such an agent does, one sentence. */
  readonly detail: string;
  /** What it is usually allowed to do. */
  readonly abilities: readonly Ability[];
  /** What it may also be allowed where the host gives that together with the rest. */
  readonly also?: readonly Ability[];
  /** The description, with placeholders. */
  readonly purpose: string;
  readonly body: (allowed: Allowed) => readonly Line[];
}

const look: readonly Ability[] = ['read', 'search-text', 'find-files', 'list-folder'];
const change: readonly Ability[] = ['write', 'edit', 'run'];
const web: readonly Ability[] = ['fetch', 'search-web'];

const generalKeys = reportKeys.filter(({ key }) => generalReportKeys.includes(key));

/** A list with numbers; steps that do not apply are left out. */
const steps = (...texts: readonly (string | false)[]): readonly string[] =>
  texts.filter((text) => text !== false).map((text, i) => `${i + 1}. ${text}`);

const reportSection = (report: readonly ReportKeyKind[]): readonly Line[] => [
  '',
  '## Response Format',
  '',
  'End every task with this report:',
  '',
  { report },
];

const access: readonly string[] = [
  '## 🔒 ACCESS RESTRICTIONS',
  '',
  '### ✅ ALLOWED ACCESS:',
  '- ‹Code and tests that are yours›',
  '',
  '### ❌ FORBIDDEN ACCESS:',
  '- ‹Code that belongs to other agents›',
];

const verification = ({ can }: Allowed): string =>
  can('run')
    ? '**Verification**: ‹Run the tests and checks, and read their output›'
    : '**Verification**: ‹Name the tests and checks that have to pass›';

const implementation = ({ changes }: Allowed): string =>
  changes
    ? '**Implementation**: ‹Make the smallest change that does it, with tests›'
    : '**Implementation**: ‹Describe the smallest change that does it, with tests›';

export const presets: readonly Preset[] = [
  {
    id: 'reviewer',
    title: 'Read-Only Reviewer',
    detail: 'Finds faults in code and reports them. Changes nothing.',
    abilities: look,
    purpose: 'Reviews ‹which code› for ‹errors and risks›. Use when ‹code was changed›; not for ‹changing it›.',
    body: ({ can, changes }) => [
      `You review ‹the code of this project› and report what is wrong with it.${changes ? '' : ' You are read-only.'}`,
      '',
      '## Review Process',
      '',
      ...steps(
        '**Context**: ‹Read the task, the change and the code around it›',
        '**Check**: ‹Look for errors, missing tests and risks›',
        can('run') && '**Evidence**: ‹Run the tests, and read their output›',
        '**Report**: ‹Name the file, the line and the reason of each finding›',
      ),
      '',
      '## Review Checklist',
      '',
      '- [ ] ‹Every requirement of the task is met›',
      '- [ ] ‹Tests cover what was changed›',
      '- [ ] ‹Failures are handled and have useful messages›',
      '- [ ] ‹No secrets are in the code or in its output›',
      '',
      '## Output Format',
      '',
      'For each finding, the worst first:',
      '',
      '- **Severity**: ‹Critical, important or minor›',
      '- **Place**: ‹The file and the line›',
      '- **Reason**: ‹What goes wrong, and when›',
    ],
  },
  {
    id: 'implementer',
    title: 'Implementer',
    detail: 'Changes code and tests in one part of the project, and checks the result.',
    abilities: [...look, ...change],
    also: ['notebook'],
    purpose: 'Implements ‹which features and fixes›. Use when ‹such a change is wanted›; not for ‹what others do›.',
    body: (allowed) => [
      'You implement ‹features and fixes in one part of this project›.',
      '',
      ...access,
      '',
      '## Task Execution Protocol',
      '',
      ...steps(
        '**Context**: ‹Read the task and the code that it touches›',
        implementation(allowed),
        verification(allowed),
      ),
      ...reportSection(generalKeys),
    ],
  },
  {
    id: 'researcher',
    title: 'Researcher',
    detail: 'Answers questions from code, documentation and the web, with sources.',
    abilities: [...look, ...web],
    purpose:
      'Finds out ‹how something works or which options there are›. Use when ‹a question is open›; not for ‹changing code›.',
    body: ({ can, changes }) => [
      `You answer questions about ‹the field or the part of this project›, with sources.${changes ? '' : ' You are read-only.'}`,
      '',
      '## Research Process',
      '',
      ...steps(
        '**Question**: ‹Say in one sentence what is asked›',
        can('fetch') || can('search-web')
          ? '**Search**: ‹Look into the code first, then on the web›'
          : '**Search**: ‹Look into the code and its documentation›',
        '**Check**: ‹Compare two sources, and note where they differ›',
      ),
      '',
      '## Output Format',
      '',
      '- **Answer**: ‹The answer in a few sentences›',
      '- **Sources**: ‹The file and line, or the address, of each statement›',
      '- **Open**: ‹What could not be found out›',
    ],
  },
  {
    id: 'orchestrator',
    title: 'Orchestrator',
    detail: 'Splits a task into parts for other agents, and puts the results together.',
    abilities: [...look, 'delegate', 'todo'],
    purpose: 'Plans ‹which larger tasks› and hands out their parts. Use when ‹a task needs several agents›.',
    body: (allowed) => [
      'You split ‹larger tasks in this project› into parts, and put the results together.',
      '',
      '## Task Execution Protocol',
      '',
      ...steps(
        '**Plan**: ‹Split the task into parts that touch different files›',
        allowed.can('delegate')
          ? '**Delegation**: ‹Hand each part to an agent, with its goal and its files›'
          : '**Delegation**: ‹Say who should do each part, with its goal and its files›',
        '**Integration**: ‹Read every result, and settle what contradicts›',
        verification(allowed),
      ),
      ...reportSection(generalKeys),
    ],
  },
  {
    id: 'api-expert',
    title: 'API Expert',
    detail: 'Builds endpoints in one framework: access, standards, completion report and checklist.',
    abilities: [...look, ...change],
    also: ['notebook'],
    purpose: 'Develops ‹which API› with ‹the framework›. Use when ‹endpoints change›; not for ‹frontend code›.',
    body: (allowed) => [
      'You are ‹a senior backend developer› who specializes in ‹the framework›.',
      '',
      ...access,
      '',
      '## Core Expertise',
      '',
      '- **‹Field›**: ‹What you know about it›',
      '',
      '## Task Execution Protocol',
      '',
      ...steps(
        '**Context**: ‹Read the task and the API specification›',
        implementation(allowed),
        verification(allowed),
      ),
      '',
      '## Implementation Standards',
      '',
      '- **Types**: ‹Types of requests and responses, and how they are validated›',
      '- **Errors**: ‹Which status codes and messages the caller sees›',
      '- **Documentation**: ‹The API specification changes together with the code›',
      ...reportSection(reportKeys),
      '',
      '## Quality Assurance',
      '',
      '### ✅ Pre-Delivery Checklist',
      '',
      '- [ ] ‹Every requirement of the task is met›',
      '- [ ] ‹Types, linter and tests pass›',
      '- [ ] ‹Inputs are validated, and failures are handled›',
      '- [ ] ‹No secrets are in code, logs or the report›',
    ],
  },
];
