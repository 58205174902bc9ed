/** Rule: a name that does not have the recommended form. */

import { textByRole } from '../agent/fields';
import { fieldByRole } from '../hosts/lookup';
import { faultOf } from '../hosts/shapes';
import { document } from '../text/document';
import { slugOf } from '../text/paths';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const nameStyle: Rule = {
  id: 'name-style',
  title: 'Unusual agent name',
  why: 'Names of 3 to 50 lower-case letters, digits and single hyphens work everywhere: in mentions, on the command line and in stricter hosts.',
  severity: 'hint',
  collective: true,
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
    // Another rule reports names that the host does not accept.
    if (name === undefined || field === undefined || advice === undefined || faultOf(field, name) !== undefined) return;
    const slug = slugOf(name.text);
    const isSlug = advice.slug !== true || slug === name.text;
    const { length } = name.text;
    if (isSlug && length >= advice.minLength && length <= advice.maxLength) return;
    const form = `${advice.minLength} to ${advice.maxLength} lower-case letters and digits with single hyphens`;
    yield {
      span: name.span,
      message: `${quoted(name.text)} is an unusual name${isSlug || slug === undefined ? '' : `; use ${quoted(slug)}`}. ${format.host.name} accepts it, but the recommended form is ${form}.`,
      // Callers of the agent have to be changed too, so the fix is never automatic.
      ...(isSlug || slug === undefined
        ? {}
        : {
            fixes: [{ title: `Rename to ${quoted(slug)}`, safe: false, edits: [{ span: name.span, newText: slug }] }],
          }),
    };
  },
};
