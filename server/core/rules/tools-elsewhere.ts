/** Rule: tools that another reader of the file does not give to the agent. */
import { document } from '../text/document';
import { allOf, quotedList } from '../text/quoted';
import type { Rule } from './rule';

export const toolsElsewhere: Rule = {
  id: 'tools-elsewhere',
  title: 'Tools that another host does not give',
  why: 'Several hosts may read one file, and each has names of its own. An agent that has a tool in one of them may lack it in another.',
  severity: 'information',
  bad: [
    {
      path: '/w/.claude/agents/a.md',
      isForEveryHost: true,
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, mcp__docs__find
        ^^^^^ tools-elsewhere
        ---
        Use the documentation.
        `,
    },
  ],
  good: [
    {
      path: '/w/.claude/agents/a.md',
      isForEveryHost: true,
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Grep
        ---
        Read the code.
        `,
    },
    {
      path: '/w/.claude/agents/a.md',
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, mcp__docs__find
        ---
        Use the documentation.
        `,
    },
  ],
  *check(agent, { otherReaders }) {
    const given = new Set(agent.verdict()?.tools.effective);
    for (const { entry, grants, all } of agent.toolLists()) {
      if (!grants) continue;
      const hostsOf = new Map<string, readonly string[]>(); // by the names that they ignore
      for (const { format, verdict } of otherReaders) {
        const dropped = new Set(verdict()?.tools.dropped.map(({ name }) => name));
        const names = [...new Set(all.map(({ item }) => item.text))].filter(
          (name) => given.has(name) && dropped.has(name),
        );
        if (names.length === 0) continue;
        const ignored = quotedList(names);
        hostsOf.set(ignored, [...(hostsOf.get(ignored) ?? []), format.host.name]);
      }
      const told = [...hostsOf].map(
        ([names, hosts]) => `${allOf(hosts)} ${hosts.length > 1 ? 'ignore' : 'ignores'} ${names}`,
      );
      if (told.length > 0)
        yield {
          span: entry.keySpan,
          message: `${told.join('; ')}. The hover over the first line shows the tools in each program.`,
        };
    }
  },
};
