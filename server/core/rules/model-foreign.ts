/** Rule: the model of another vendor, or another product's name for a model. */

import { entryOf } from '../agent/fields';
import { removeField } from '../findings/fieldFixes';
import { fieldByRole } from '../hosts/lookup';
import { aliasIn, classifyModel } from '../hosts/modelName';
import { document } from '../text/document';
import type { Fix } from '../text/edits';
import { anyOf, quoted } from '../text/quoted';
import type { Rule } from './rule';

export const modelForeign: Rule = {
  id: 'model-foreign',
  title: 'The model belongs to another vendor or product',
  why: 'Claude Code checks no model when it loads an agent. It sends the name as it stands when the agent starts, and the service refuses a model that it does not have. Only a gateway that serves other vendors makes such a name work.',
  severity: 'warning',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        model: gpt-5.2-codex
               ^^^^^^^^^^^^^ model-foreign
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        model: Claude Sonnet 4.5 (copilot)
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ model-foreign
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        model: sonnet
        ---
        Hi
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        model: Sonnet
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        model: arn:aws:bedrock:eu-west-1:1:model/x
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { format } = agent;
    const entry = entryOf(agent, fieldByRole(format, 'model'));
    if (entry?.value.kind !== 'scalar' || classifyModel(entry.value.text, format.models).kind !== 'foreign') return;
    const alias = aliasIn(entry.value.text, format.models);
    const aliases = format.models.aliases.map(({ value }) => `\`${value}\``);
    const fix: Fix =
      alias === undefined
        ? removeField(agent, entry)
        : { title: `Replace by \`${alias}\``, safe: false, edits: [{ span: entry.value.span, newText: alias }] };
    yield {
      span: entry.value.span,
      message: `${quoted(entry.value.text)} is no name of a model that ${format.host.name} has; it is sent as it stands, and the agent fails when it starts unless a gateway serves such a model. Write ${anyOf(aliases)}.`,
      fixes: [fix],
    };
  },
};
