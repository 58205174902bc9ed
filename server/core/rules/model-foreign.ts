/** Rule: the model of another vendor, or another host's name for a model. */

import { modelEntry } from '../agent/fields';
import { failsWith } from '../findings/failsWith';
import { removeField, replaceWord } from '../findings/fieldFixes';
import type { Format } from '../hosts/host';
import { aliasIn, classifyModel } from '../hosts/modelName';
import { document } from '../text/document';
import type { Fix } from '../text/edits';
import { anyOf, quoted } from '../text/quoted';
import { promptKinds, type Rule } from './rule';

export const modelForeign: Rule = {
  id: 'model-foreign',
  title: 'Model of another vendor',
  why: 'Model names are not checked when an agent loads, but the service rejects a model that it does not have.',
  severity: 'warning',
  perReader: true,
  aboutNames: true,
  kinds: promptKinds,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        model: gpt-5.2
               ^^^^^^^ model-foreign
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
    {
      notation: 'toml',
      text: document`
        name = "reviewer"
        description = "Reviews a diff."
        developer_instructions = "You review code."
        model = "sonnet"
                ^^^^^^^^ model-foreign
        `,
      fixed: document`
        name = "reviewer"
        description = "Reviews a diff."
        developer_instructions = "You review code."
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
    const entry = modelEntry(agent);
    if (entry?.value.kind !== 'scalar' || classifyModel(entry.value.text, format.models).kind !== 'foreign') return;
    const alias = aliasIn(entry.value.text, format.models);
    const fix: Fix =
      alias === undefined ? removeField(agent, entry) : replaceWord(entry.value.text, alias, entry.value.span);
    yield {
      span: entry.value.span,
      message: `${quoted(entry.value.text)} is not a model of ${format.host.name}: ${failsWith(format)}. ${adviceFor(format)}`,
      fixes: [fix],
    };
  },
};

/** What to write instead. Some hosts have no short names, and a list of all their models would soon be out of date. */
function adviceFor({ host, models }: Format): string {
  const aliases = models.aliases.map(({ value }) => `\`${value}\``);
  return aliases.length > 0
    ? `Use ${anyOf(aliases)}.`
    : `Write the ID of a model that ${host.name} offers, or remove the field.`;
}
