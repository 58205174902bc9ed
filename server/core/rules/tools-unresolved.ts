/** Rule: a list of tools of which nothing is left. */
import { effectiveTools } from '../hosts/claudeCodeTools';
import { loadVerdict } from '../hosts/index';
import { agentFields, entryByRole } from './fields';
import type { Rule } from './rule';
import { quoted } from './words';

export const toolsUnresolved: Rule = {
  id: 'tools-unresolved',
  title: 'Nothing in the list is a tool of the host',
  why: 'Claude Code drops names that it does not know. When nothing is left of a list it refuses to start the agent (since 2.1.208; before, the agent ran without any tool).',
  severity: 'error',
  evidence: { source: 'Claude Code 2.1.330 (program)', checked: '2026-11-23', says: 'observed' },
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: codebase, editFiles\n       ^^^^^^^^^^^^^^^^^^^ tools-unresolved\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: [read, LS]\n       ^^^^^^^^^^ tools-unresolved\n---\nHi\n',
    },
  ],
  good: [
    { text: '---\nname: a\ndescription: Does a thing.\ntools: Read, Grep\n---\nHi\n' },
    { text: '---\nname: a\ndescription: Does a thing.\ntools: mcp__github\n---\nHi\n' },
  ],
  *check(file, { dialect }) {
    const entry = entryByRole(file, dialect, 'allow');
    if (entry === undefined || !effectiveTools(agentFields(file), dialect).refused) return;
    // The host may read the header otherwise than it looks; its verdict takes another parse, so it comes second.
    const verdict = loadVerdict(file, dialect);
    if (verdict?.cause !== 'tools') return;
    const { dropped } = verdict.tools;
    const names = dropped.slice(0, 5).map(({ name, why }) => `${quoted(name)}: ${why}`);
    yield {
      span: entry.value.span,
      message: `Nothing in this list is a tool that ${dialect.host} can give to an agent, so it refuses to start it (${names.join('; ')}${dropped.length > 5 ? '; …' : ''}). Name tools that it has, or remove \`${entry.key}\` to grant every tool.`,
    };
  },
};
