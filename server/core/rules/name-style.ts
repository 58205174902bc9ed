/** Rule: a name in another form than the one that is recommended. */

import { textByRole } from '../agent/fields';
import { fieldByRole } from '../hosts/lookup';
import { faultOf } from '../hosts/shapes';
import { document } from '../text/document';
import { slugOf } from '../text/paths';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const nameStyle: Rule = {
  id: 'name-style',
  title: 'The name is not in the usual form',
  why: 'Names of 3 to 50 lower-case letters, digits and single hyphens can be typed in every place that takes a name: mentions, the command line, and other products that refuse anything else.',
  severity: 'hint',
  bad: [
    {
      text: document`
        ---
        name: Code Reviewer
              ^^^^^^^^^^^^^ name-style
        description: Does a thing.
        ---
        Hi
        `,
      fixed: document`
        ---
        name: code-reviewer
        description: Does a thing.
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: qa
              ^^ name-style
        description: Does a thing.
        ---
        Hi
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: code-reviewer-2
        description: Does a thing.
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { format } = agent;
    const name = textByRole(agent, 'identity');
    const field = fieldByRole(format, 'identity')?.field;
    const advice = field?.advice;
    // A name that the host refuses has a rule of its own.
    if (name === undefined || field === undefined || advice === undefined || faultOf(field, name) !== undefined) return;
    const slug = slugOf(name.text);
    const isSlug = advice.slug !== true || slug === name.text;
    const { length } = name.text;
    if (isSlug && length >= advice.minLength && length <= advice.maxLength) return;
    const form = `${advice.minLength} to ${advice.maxLength} lower-case letters and digits with single hyphens between them`;
    yield {
      span: name.span,
      message: `${quoted(name.text)} is not in the form that is recommended for names, ${form}. ${format.host.name} takes it, other products may not.${isSlug || slug === undefined ? '' : ` The usual form is ${quoted(slug)}.`}`,
      // Whoever calls the agent by its name has to change with it.
      ...(isSlug || slug === undefined
        ? {}
        : { fixes: [{ title: `Rename to \`${slug}\``, safe: false, edits: [{ span: name.span, newText: slug }] }] }),
    };
  },
};
