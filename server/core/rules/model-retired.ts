/** Rule: a model that is no longer served. */

import { modelEntry } from '../agent/fields';
import { failsForGood } from '../findings/failsWith';
import { replaceWord } from '../findings/fieldFixes';
import { aliasIn, classifyModel } from '../hosts/modelName';
import { nounOf } from '../hosts/nouns';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { promptKinds, type Rule } from './rule';

export const modelRetired: Rule = {
  id: 'model-retired',
  title: 'Model no longer available',
  why: 'A request for a retired model fails, and so does every run of the agent, unless the host replaces the model. An alias always means the current model of its family.',
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
        model: claude-sonnet-4-20250514
               ^^^^^^^^^^^^^^^^^^^^^^^^ model-retired
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
        model: "claude-3-5-haiku-20241022"
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ model-retired
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        model: haiku
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        model: claude-opus-4-1
               ^^^^^^^^^^^^^^^ model-retired
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        model: opus
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
        model: claude-sonnet-4-5-20250929
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        model: claude-sonnet-4@20250514
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { format } = agent;
    const value = modelEntry(agent)?.value;
    const found = value?.kind === 'scalar' ? classifyModel(value.text, format.models) : undefined;
    if (value?.kind !== 'scalar' || found?.kind !== 'retired') return;
    const alias = aliasIn(value.text, format.models);
    const when = found.on === undefined ? 'was retired' : `was retired on ${found.on}`;
    yield {
      span: value.span,
      tag: 'deprecated',
      message: `${quoted(value.text)} ${when}, so ${found.isReplaced ? `${format.host.name} runs the ${nounOf(format)} on the current model of its family instead` : failsForGood(format)}. ${alias === undefined ? 'Use a current model.' : `Use \`${alias}\`, which always means the current model.`}`,
      ...(alias === undefined
        ? {}
        : {
            fixes: [replaceWord(value.text, alias, value.span)],
          }),
    };
  },
};
