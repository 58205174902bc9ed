/** Rule: plain scalars that YAML 1.1 and YAML 1.2 read as different types. */

import { isProvedSafe } from '../agent/safety';
import type { Format } from '../hosts/host';
import { lookup } from '../hosts/lookup';
import { faultOf } from '../hosts/shapes';
import type { Value } from '../syntax/tree';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { promptKinds, type Rule } from './rule';

export const yamlVersion: Rule = {
  id: 'yaml-version',
  title: 'Value depends on the YAML version',
  why: 'In YAML 1.2, `on`, `1_000`, `12:30` and `2026-01-01` are strings. Tools that use YAML 1.1 read them as booleans, numbers and dates.',
  severity: 'hint',
  perReader: true,
  kinds: promptKinds,
  bad: [
    {
      text: document`
        ---
        name: on
              ^^ yaml-version
        description: Does a thing.
        ---
        Hi
        `,
      fixed: document`
        ---
        name: 'on'
        description: Does a thing.
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: 2026-01-01
              ^^^^^^^^^^ yaml-version
        description: Does a thing.
        ---
        Hi
        `,
      fixed: document`
        ---
        name: '2026-01-01'
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
        name: "on"
        description: On 2026-01-01 at 12:30.
        background: false
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    // How this host reads such values may not be known.
    if (agent.reading().kind === 'read' && agent.verdict() === undefined) return;
    const { file, format } = agent;
    for (const { key, value } of file.frontMatter?.entries ?? []) {
      if (lookup(format.fields, key)?.shape.kind !== 'string' || value.kind !== 'scalar' || value.style !== 'plain')
        continue;
      if (isOtherType(format, key, value)) continue;
      const other =
        value.type === 'string' && value.span.end - value.span.start === value.text.length
          ? otherReading(value.text)
          : undefined;
      if (other === undefined) continue;
      const edits = [{ span: value.span, newText: `'${value.text}'` }];
      yield {
        span: value.span,
        message: `Quote ${quoted(value.text)}: ${format.host.name} reads it as a string, YAML 1.1 tools read it as ${other}.`,
        fixes: [{ title: 'Quote the value', safe: isProvedSafe(agent, edits), edits }],
      };
    }
  },
};

/** Whether the host itself reads another type, which is reported as an invalid value. */
function isOtherType(format: Format, key: string, value: Value): boolean {
  const field = lookup(format.fields, key);
  return field !== undefined && faultOf(field, value) !== undefined;
}

/** How YAML 1.1 reads a plain scalar that is a string in YAML 1.2. Source: the type repository of yaml.org for version 1.1. */
function otherReading(text: string): string | undefined {
  if (text.length > 32) return undefined;
  if (/^(?:y|n|yes|no|on|off)$/i.test(text)) return 'a boolean';
  if (/^\d{4}-\d\d?-\d\d?$/.test(text)) return 'a date';
  if (/^[-+]?\d[\d_]*:[0-5]?\d$/.test(text) || /^[-+]?\d[\d_]*:[0-5]?\d:[0-5]?\d$/.test(text))
    return 'a base-60 number';
  return /^[-+]?\d[\d_]*$/.test(text) || /^[-+]?0b[01_]+$/.test(text) ? 'a number' : undefined;
}
