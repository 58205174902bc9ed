/** Rule: a model that is no longer served. */

import { entryOf } from '../agent/fields';
import { fieldByRole } from '../hosts/lookup';
import { aliasIn, classifyModel } from '../hosts/modelName';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const modelRetired: Rule = {
  id: 'model-retired',
  title: 'The model was retired',
  why: 'Claude Code checks no model when it loads an agent. Requests for a model that has been switched off fail, and with them every run of the agent. An alias always stands for the current model of its family.',
  severity: 'warning',
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\nmodel: claude-sonnet-4-20250514\n       ^^^^^^^^^^^^^^^^^^^^^^^^ model-retired\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\nmodel: sonnet\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\nmodel: "claude-3-5-haiku-20241022"\n       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ model-retired\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\nmodel: haiku\n---\nHi\n',
    },
  ],
  good: [
    { text: '---\nname: a\ndescription: Does a thing.\nmodel: claude-sonnet-4-5-20250929\n---\nHi\n' },
    { text: '---\nname: a\ndescription: Does a thing.\nmodel: claude-sonnet-4@20250514\n---\nHi\n' },
  ],
  *check(agent) {
    const { format } = agent;
    const value = entryOf(agent, fieldByRole(format, 'model'))?.value;
    const found = value?.kind === 'scalar' ? classifyModel(value.text, format.models) : undefined;
    if (value?.kind !== 'scalar' || found?.kind !== 'retired') return;
    const alias = aliasIn(value.text, format.models);
    const when = found.on === undefined ? 'was retired' : `was retired on ${found.on}`;
    yield {
      span: value.span,
      tag: 'deprecated',
      message: `${quoted(value.text)} ${when}; requests for it fail, and with them the agent. ${alias === undefined ? 'Name a current model.' : `Write \`${alias}\`, which always stands for the current one.`}`,
      ...(alias === undefined
        ? {}
        : {
            fixes: [{ title: `Replace by \`${alias}\``, safe: false, edits: [{ span: value.span, newText: alias }] }],
          }),
    };
  },
};
