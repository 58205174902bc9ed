/** Rule: the text says that the agent works in another mode of permissions than the header. */
import type { Choice, Field } from '../dialects/dialect';
import { fieldByRole } from '../dialects/lookup';
import { removeEntry } from '../syntax/items';
import type { AgentFile, Entry } from '../syntax/tree';
import { entryOf } from './fields';
import { modeClaim } from './modeWords';
import { readOnlyWords } from './readOnlyWords';
import type { Fix, Rule } from './rule';

export const modeAgainstWords: Rule = {
  id: 'mode-against-words',
  title: 'The text speaks of another mode of permissions than the header',
  why: 'Claude Code takes the mode from the header. A sentence in the text is advice that the model may forget; in a mode that does not ask, nothing then stands between it and your files.',
  severity: 'information',
  evidence: { source: 'Claude Code 2.1.330 (program)', checked: '2026-11-23', says: 'observed' },
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\npermissionMode: acceptEdits\n---\nYou work in plan mode: you propose, others build.\n^^^^^^^^^^^^^^^^^^^^^ mode-against-words\n',
      fixed:
        '---\nname: a\ndescription: Does a thing.\npermissionMode: plan\n---\nYou work in plan mode: you propose, others build.\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\npermissionMode: plan\n---\nThis agent runs in `bypassPermissions` mode.\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mode-against-words\n',
      fixed:
        '---\nname: a\ndescription: Does a thing.\npermissionMode: bypassPermissions\n---\nThis agent runs in `bypassPermissions` mode.\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: Read, Bash\npermissionMode: bypassPermissions\n---\nYou are a read-only reviewer.\n          ^^^^^^^^^ mode-against-words\n',
      fixed:
        '---\nname: a\ndescription: Does a thing.\ntools: Read, Bash\npermissionMode: plan\n---\nYou are a read-only reviewer.\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\npermissionMode: acceptEdits\n---\n- **NEVER edit or modify any files.**\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mode-against-words\n',
      fixed:
        '---\nname: a\ndescription: Does a thing.\npermissionMode: plan\n---\n- **NEVER edit or modify any files.**\n',
    },
  ],
  good: [
    {
      text: '---\nname: a\ndescription: Does a thing.\npermissionMode: plan\n---\nYou work in plan mode. You are a read-only reviewer.\n',
    },
    { text: '---\nname: a\ndescription: Does a thing.\npermissionMode: default\n---\nYou are a read-only reviewer.\n' },
    { text: '---\nname: a\ndescription: Does a thing.\n---\nYou work in plan mode.\n' },
    // No tool that the mode would let act unasked.
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: Read, Grep\npermissionMode: bypassPermissions\n---\nYou are a read-only reviewer.\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: Read, Bash\npermissionMode: acceptEdits\n---\nYou are a read-only reviewer.\n',
    },
    // Modes of the agent's own, of others, and conditions.
    {
      text: '---\nname: a\ndescription: Does a thing.\npermissionMode: acceptEdits\n---\nYou are in plan mode.\n\n## Act mode\n\nBuild it.\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\npermissionMode: acceptEdits\n---\nWhen asked for a design, you work in plan mode. Never enter plan mode. The architect works in plan mode. You work in auto mode. Never edit generated files.\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\npermissionMode: acceptEdits\n---\n> You work in plan mode.\n\nIt says "you are a read-only reviewer" there.\n\n## Example\n\nYou work in plan mode.\n',
    },
  ],
  *check(file, { dialect, facts }) {
    const field = fieldByRole(dialect, 'mode');
    const entry = entryOf(file, field);
    const mode = field && entry && modeOf(field.field, entry);
    if (field === undefined || entry === undefined || mode === undefined) return;
    const shown = `\`${entry.key}\` is \`${mode.value}\``;
    const related = [{ span: entry.value.span, message: 'This mode counts' }];
    const said = modeClaim(file, facts.sentences(), field.field);
    const plan = field.field.situation?.value;
    if (said !== undefined && said.mode.value !== mode.value) {
      yield {
        span: said.span,
        message: `The text says that the agent works in ${said.mode.value} mode, but ${shown}, which is what ${dialect.host} obeys. Make the two say the same.`,
        related,
        fixes: [setting(entry, said.mode.value)],
      };
    } else if (said === undefined && mode.unasked !== undefined) {
      const words = readOnlyWords(file, facts.sentences());
      // Where nobody knows which tools it gets, nothing is said.
      const tools = facts.verdict()?.tools.effective ?? [];
      if (words === undefined || !tools.some((name) => mode.unasked?.includes(name))) return;
      yield {
        span: words,
        message: `The text says that the agent changes no files, but ${shown}, in which it can change them and nobody is asked. Choose another mode, or take the tools away that write.`,
        related,
        fixes: [...(plan === undefined ? [] : [setting(entry, plan)]), removal(file, entry)],
      };
    }
  },
};

/** The mode that the header sets; undefined for a value without effect, which has a rule of its own. */
function modeOf({ shape, ignoredIn }: Field, { value }: Entry): Choice | undefined {
  if (shape.kind !== 'choice' || ignoredIn !== undefined || value.kind !== 'scalar') return undefined;
  const choice = shape.choices.find((one) => one.value === value.text);
  return shape.choices.find((one) => one.value === choice?.aliasOf) ?? choice;
}

const setting = ({ key, value }: Entry, mode: string): Fix => ({
  title: `Set \`${key}\` to \`${mode}\``,
  safe: false,
  edits: [{ span: value.span, newText: mode }],
});

const removal = (file: AgentFile, entry: Entry): Fix => ({
  title: `Remove \`${entry.key}\``,
  safe: false,
  edits: [removeEntry(file.source.text, entry)],
});
