/** Rule: a field that a manifest must have. */
import type { Agent } from '../agent/agent';
import { renameField } from '../findings/fieldFixes';
import { document } from '../text/document';
import type { Fix } from '../text/edits';
import { slugOf } from '../text/paths';
import { quoted } from '../text/quoted';
import { lineEndOf } from '../text/source';
import { span } from '../text/span';
import type { Rule } from './rule';

const path = 'tidy/.claude-plugin/plugin.json';

export const fieldMissing: Rule = {
  id: 'field-missing',
  title: 'Required field missing from a manifest',
  why: 'A host refuses a manifest without its required fields, and with it everything that the manifest describes.',
  severity: 'error',
  kinds: ['manifest', 'settings'],
  bad: [
    {
      path,
      format: 'claude-code-plugin-manifest',
      text: document`
        {
        ^ field-missing
          "version": "1.0.0"
        }
        `,
      fixed: document`
        {
          "name": "tidy",
          "version": "1.0.0"
        }
        `,
    },
    {
      path,
      format: 'claude-code-plugin-manifest',
      text: document`
        {}
        ^ field-missing
        `,
      fixed: document`
        {
          "name": "tidy"
        }
        `,
    },
    {
      path: 'tidy/.claude-plugin/marketplace.json',
      format: 'claude-code-marketplace',
      text: document`
        { "name": "tidy", "owner": { "name": "Ada" }, "plugin": [] }
        ^ field-missing
        `,
      fixed: document`
        { "name": "tidy", "owner": { "name": "Ada" }, "plugins": [] }
        `,
    },
  ],
  good: [
    {
      path,
      format: 'claude-code-plugin-manifest',
      text: document`
        { "name": "tidy" }
        `,
    },
  ],
  *check(agent) {
    const { file, format, reading } = agent;
    if (file.frontMatter === undefined || reading().kind !== 'read') return;
    const present = new Set(agent.entries().map(({ key }) => key));
    for (const [key, field] of Object.entries(format.fields)) {
      if (field.required !== true || present.has(key)) continue;
      if (field.missing?.unless.some((other) => present.has(other)) === true) continue;
      const misspelled = agent.fields().find(({ name }) => name.kind === 'misspelled' && name.meant === key)?.entry;
      yield {
        span: file.frontMatter.opener,
        message: `Missing \`${key}\`: ${format.host.name} ${field.onInvalid}. ${misspelled === undefined ? 'Add it.' : `Rename ${quoted(misspelled.key)} to \`${key}\`.`}`,
        fixes: [misspelled === undefined ? insertion(agent, key, field.example) : renameField(misspelled, key)],
      };
    }
  },
};

/** Puts the field before the others, as they are written. */
function insertion({ file: { frontMatter, source }, format, path }: Agent, key: string, example: string): Fix {
  const end = lineEndOf(source);
  const isName = format.fields[key]?.role === 'identity';
  // The manifest is in a folder of the folder that it describes.
  const name = isName ? slugOf(path?.split('/').at(-3) ?? '') : undefined;
  const written = `"${key}": ${name === undefined ? example : `"${name}"`}`;
  const content = frontMatter?.content ?? span(0, 0);
  const [first] = frontMatter?.entries ?? [];
  const edit =
    first === undefined
      ? { span: content, newText: `${end}  ${written}${end}` }
      : {
          span: span(first.span.start, first.span.start),
          newText: `${written},${source.text.slice(content.start, first.span.start) || ' '}`,
        };
  return { title: `Add \`${key}\``, safe: false, edits: [edit] };
}
