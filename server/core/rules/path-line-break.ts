/** Rule: a Windows path whose `\n` the host turns into a line break. */

import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { span, textAt } from '../text/span';
import { promptKinds, type Rule } from './rule';

export const pathLineBreak: Rule = {
  id: 'path-line-break',
  title: 'Path with `\\n` in a description',
  why: 'The host turns the two characters `\\n` in this field into a line break, in the middle of a path too.',
  severity: 'warning',
  kinds: promptKinds,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Reads C:\\new\\list.txt and sums it up.
                           ^^^^^^^^^^^^^^^ path-line-break
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Reads C:/new/list.txt and sums it up.
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
        description: Reads C:\\logs and C:/new. Examples:\\nthe user asks\\n\\nthe agent answers
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { file, format } = agent;
    const { text } = file.source;
    for (const { entry, name } of agent.fields()) {
      const { value } = entry;
      if (name.kind !== 'known' || name.field.lineBreaks !== true || value.kind !== 'scalar') continue;
      const isAsWritten = textAt(text, value.inner) === value.text;
      for (const { 0: path, index } of value.text.matchAll(windowsPath())) {
        if (!path.includes('\\n')) continue;
        const at = isAsWritten ? span(value.inner.start + index, value.inner.start + index + path.length) : value.span;
        const newText = path.replaceAll('\\', '/');
        yield {
          span: at,
          message: `Write ${quoted(path)} with slashes: ${format.host.name} turns \`\\n\` in \`${entry.key}\` into a line break.`,
          ...(isAsWritten
            ? { fixes: [{ title: `Replace with ${quoted(newText)}`, safe: false, edits: [{ span: at, newText }] }] }
            : {}),
        };
        if (!isAsWritten) break;
      }
    }
  },
};

/** A drive and folders. `A:\n` may be a label with a line break, so a drive of one folder begins with C or later. */
const windowsPath = (): RegExp => /(?<![A-Za-z])(?:[A-Za-z]:(?:\\[\w.-]+){2,}|[C-Z]:\\[\w.-]+)\\?/g;
