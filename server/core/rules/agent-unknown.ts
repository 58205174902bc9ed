/** Rule: a call of an agent that does not exist, in a file that calls others that do. */
import { callInstead } from '../findings/agentCalls';
import type { Finding } from '../findings/finding';
import { fieldByRole } from '../hosts/lookup';
import { closestOf } from '../text/closest';
import { document } from '../text/document';
import type { Fix } from '../text/edits';
import { lazy } from '../text/lazy';
import { baseNameOf } from '../text/paths';
import { quoted } from '../text/quoted';
import type { Around } from '../workspace/around';
import type { Call } from '../workspace/calls';
import type { Card } from '../workspace/card';
import { namesAgent } from '../workspace/namesAgent';
import { isOfUnknownPlugin, meansSiblings } from '../workspace/siblings';
import { isSameTree } from '../workspace/tree';
import type { Rule } from './rule';

const others = {
  '/w/.claude/agents/code-reviewer.md': document`
    ---
    name: code-reviewer
    description: Reviews a change.
    ---
    Hi
    `,
  '/w/.claude/agents/tester.md': document`
    ---
    name: tester
    description: Tests a change.
    ---
    Hi
    `,
};

export const agentUnknown: Rule = {
  id: 'agent-unknown',
  title: 'Call of an unknown agent',
  why: 'The host refuses to start an agent that does not exist. The caller loses a turn, and may do the work itself or choose another agent.',
  severity: 'warning',
  asksAboutFiles: true,
  bad: [
    {
      text: document`
        ---
        name: lead
        description: Leads the work.
        ---
        1. Use the \`tester\` agent.
        2. Delegate the review to \`code-reviewr\`.
                                   ^^^^^^^^^^^^ agent-unknown
        3. Start the \`code-reviewer\` subagent again. Use \`code-reviwer\` twice.
                                                          ^^^^^^^^^^^^ agent-unknown
        `,
      fixed: document`
        ---
        name: lead
        description: Leads the work.
        ---
        1. Use the \`tester\` agent.
        2. Delegate the review to \`code-reviewer\`.
        3. Start the \`code-reviewer\` subagent again. Use \`code-reviewer\` twice.
        `,
      path: '/w/.claude/agents/lead.md',
      others,
    },
    {
      text: document`
        ---
        name: lead
        description: Leads the work.
        ---
        - Design: @agent-architect
                         ^^^^^^^^^ agent-unknown
        - Review: @agent-code-reviewer
        - Test: @agent-tester

        \`\`\`
        Task(subagent_type="deployer", prompt="Deploy it")
                            ^^^^^^^^ agent-unknown
        \`\`\`
        `,
      path: '/w/.claude/agents/lead.md',
      others,
    },
    {
      text: document`
        ---
        name: lead
        description: Leads the work.
        ---
        Use the \`style\` agent.
                 ^^^^^ agent-unknown
        `,
      fixed: document`
        ---
        name: lead
        description: Leads the work.
        ---
        Use the \`writing:style\` agent.
        `,
      path: '/w/writing/.claude/agents/lead.md',
      others: {
        '/w/writing/.claude-plugin/plugin.json': '{"name": "writing"}',
        '/w/writing/agents/style.md': document`
          ---
          name: style
          description: Checks the style.
          ---
          Hi
          `,
      },
    },
  ],
  good: [
    {
      text: document`
        ---
        name: lead
        description: Leads the work.
        ---
        Use the \`tester\` agent, then the \`code-reviewer\` agent, then the \`general-purpose\` agent.

        Do not use the \`deployer\` agent. Use an agent with a clear name, e.g. the \`go-expert\` agent. Read the \`deployer\` agent file.
        Use the \`agent-name\` agent. Ask the \`other-plugin:helper\` agent. Use \`pnpm-lock\` for packages.

        ## Example

        Delegate to \`some-expert\`.
        `,
      path: '/w/.claude/agents/lead.md',
      others,
    },
    {
      text: document`
        ---
        name: lead
        description: Leads the work.
        ---
        Use the \`tester\` agent, then the \`deployer\` agent.
        `,
      path: '/w/.claude/agents/lead.md',
      others,
    },
  ],
  *across({ card, calls, isMainSession }, around) {
    const asked = calls.flatMap((call) => (call.isAsked ? [{ call, found: around.agent(call.name) }] : []));
    const meansOthers = lazy(() => meansSiblings({ card, calls }, around));
    const seen = new Set<string>();
    for (const { call, found } of asked) {
      if (!namesAgent(call)) continue;
      if (found.kind === 'one' && isMainSession && call.form === 'list' && found.card.name !== call.name) {
        yield misspelled(call, found.card, card);
      }
      if (found.kind !== 'none') continue;
      const { elsewhere } = found;
      const full = inFull(elsewhere, card, around);
      const isNear = full !== undefined && isSameTree(full.tree, card.tree);
      if (full !== undefined && (call.isCertain || isNear)) yield shortened(call, full, card);
      else if (elsewhere.length === 0 && seen.size < MOST_NAMES && meansOthers()) {
        seen.add(call.name);
        const report = unknown(call, card, around);
        if (report !== undefined) yield report;
      }
    }
  },
};

/** Each unknown name is compared with all others. */
const MOST_NAMES = 30;

/** The agent of a plugin that is meant when all agents with the name are in plugins: the one in the same plugin, or the only one. */
function inFull(elsewhere: readonly Card[], card: Card, around: Around): Card | undefined {
  if (elsewhere.some(({ name = '' }) => !name.includes(':'))) return undefined;
  const own = elsewhere.filter((other) => isSameTree(other.tree, card.tree));
  const [only, ...more] = own.length > 0 ? own : elsewhere;
  if (only?.name === undefined || more.length > 0) return undefined;
  const found = around.agent(only.name);
  return found.kind === 'one' ? found.card : undefined;
}

/** A list of agents counts only exact names. */
const misspelled = (call: Call, { name = '' }: Card, { format }: Card): Finding => ({
  span: call.span,
  message: `${quoted(call.name)} is not the exact name of an agent, and ${format.host.name} compares this list with exact names. Write ${quoted(name)}.`,
  fixes: callInstead(call, name),
});

const shortened = (call: Call, other: Card, { format }: Card): Finding => ({
  span: call.span,
  message: `${quoted(call.name)} is in a plugin, and ${format.host.name} starts agents of plugins only by their full names. Write ${quoted(other.name ?? '')}.`,
  severity: 'information',
  fixes: callInstead(call, other.name ?? ''),
  related: [{ span: other.nameSpan, message: 'This agent may be meant.', in: other }],
});

function unknown(call: Call, card: Card, around: Around): Finding | undefined {
  const all = around.agents();
  const names = all.flatMap(({ name }) => name ?? []);
  if (isOfUnknownPlugin(call.name, around)) return undefined;
  const others = names.filter((name) => name !== card.name);
  if (!call.isCertain) {
    // Other code may have this name, but hardly one that is so close to that of an agent.
    const close = closestOf(call.name, others);
    return close === undefined
      ? undefined
      : finding(call, card, `Did you mean ${quoted(close)}?`, callInstead(call, close));
  }
  const file = all.find((other) => baseNameOf(other.path) === call.name && other.path !== card.path);
  const meant = file?.name ?? closestOf(call.name, [...others, ...around.builtIn]);
  const advice =
    meant === undefined
      ? 'Create it, or correct the name.'
      : file === undefined
        ? `Did you mean ${quoted(meant)}?`
        : `The file of this name has the agent ${quoted(meant)}.`;
  const fixes = [...(meant === undefined ? [] : callInstead(call, meant)), ...creating(call, card, all)];
  return finding(call, card, advice, fixes);
}

const finding = (call: Call, { format }: Card, advice: string, fixes: readonly Fix[]): Finding => ({
  span: call.span,
  unknown: { kind: 'agents', names: [call.name] },
  message: `No agent here is named ${quoted(call.name)}, so ${format.host.name} cannot start it. ${advice}`,
  fixes,
});

/** The length of a recommended name, in UTF-16 units. */
const MOST_OF_NAME = 50;

/** A new agent beside this one, where its name and its file are free. */
function creating({ name }: Call, { path, format }: Card, all: readonly Card[]): readonly Fix[] {
  const identity = fieldByRole(format, 'identity')?.key;
  const purpose = fieldByRole(format, 'purpose')?.key;
  const file = `${path.slice(0, path.lastIndexOf('/') + 1)}${name}.md`;
  // A file system may refuse a longer one.
  if (name.length > MOST_OF_NAME || !path.endsWith('.md')) return [];
  if (identity === undefined || purpose === undefined || !/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(name)) return [];
  if (all.some((other) => other.path === file)) return [];
  const words = name.replaceAll('-', ' ');
  const text = document`
    ---
    ${identity}: ${name}
    ${purpose}: Does the work of a ${words}. Use it when a task needs a ${words}.
    ---
    You are a ${words}. Do the task that you are given, check the result, and report what you did.
    `;
  return [{ title: `Create the agent ${quoted(name)}`, safe: false, edits: [], creates: [{ path: file, text }] }];
}
