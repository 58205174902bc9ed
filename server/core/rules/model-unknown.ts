/** Rule: a misspelled model, or a word that names none. */

import { modelEntry } from '../agent/fields';
import { failsWith } from '../findings/failsWith';
import { replaceWord } from '../findings/fieldFixes';
import { classifyModel } from '../hosts/modelName';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { promptKinds, type Rule } from './rule';

export const modelUnknown: Rule = {
  id: 'model-unknown',
  title: 'Misspelled model',
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
        model: sonet
               ^^^^^ model-unknown
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
      text: document`
        ---
        name: a
        description: Does a thing.
        model: haiku-4.5
               ^^^^^^^^^ model-unknown
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        model: claude-haiku-4-5
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        model: default
               ^^^^^^^ model-unknown
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        model: inherit
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
        model: claude-opus-9-9
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        model: OPUS[1m]
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { format } = agent;
    const entry = modelEntry(agent);
    if (entry?.value.kind !== 'scalar' || entry.value.type !== 'string') return;
    const { text, span } = entry.value;
    const found = classifyModel(text, format.models);
    if (found.kind !== 'misspelled') return;
    yield {
      span,
      unknown: { kind: 'models', names: [text] },
      message: `${quoted(text)} is not a model of ${format.host.name}: ${failsWith(format)}. Write \`${found.meant}\`.`,
      // A gateway may serve a model of this name.
      fixes: [replaceWord(text, found.meant, span)],
    };
  },
};
