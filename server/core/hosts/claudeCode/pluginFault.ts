/** Says why Claude Code refuses a manifest, as its loader and validator were seen to do. */
import { parseJson } from '../../syntax/json/parseJson';
import type { AgentFile } from '../../syntax/tree';
import { memo } from '../../text/memo';
import type { Fault } from '../fault';
import type { Field } from '../field';
import { type Fields, fieldsOf } from '../reading';
import { faultOf } from '../shapes';
import { pluginFields } from './manifestFields';

/** What a manifest has that the program does not take. */
export interface ManifestFaults {
  /** Why it refuses the manifest, as a clause; undefined when it does not. */
  readonly refusal: string | undefined;
  /** The fields with values that it only reports. */
  readonly reported: readonly string[];
}

/** The faults of a manifest that is valid JSON. */
export function manifestFaults(table: Readonly<Record<string, Field>>, fields: Fields): ManifestFaults {
  const reported: string[] = [];
  for (const [key, field] of Object.entries(table)) {
    const value = fields.value(key);
    if (value === undefined && field.required === true) return { refusal: `\`${key}\` is missing`, reported };
    const fault = value === undefined ? undefined : faultOf(field, value, fields.value);
    if (value === undefined || fault === undefined) continue;
    if (field.invalidSeverity === 'error' && fault.severity !== 'warning')
      return { refusal: clauseOf(key, fault, value.span.start), reported };
    reported.push(key);
  }
  return { refusal: undefined, reported };
}

const clauseOf = (key: string, { what, at }: Fault, start: number): string =>
  at === undefined || at.start === start ? `\`${key}\` is ${what}` : `a value in \`${key}\` is ${what}`;

/** Why nothing in the file can be read, as a clause. */
export const unreadable = ({ problems }: AgentFile): string =>
  problems.find(({ code }) => code === 'json')?.detail ?? 'it is empty';

/** Why the program refuses the plugin with this manifest, as a clause; undefined when it does not. Many files of a plugin ask. */
export const refusalOf = memo(1 << 20, (text: string): string | undefined => {
  const file = parseJson(text);
  const { frontMatter, problems } = file;
  return frontMatter === undefined || problems.length > 0
    ? `the manifest is not valid: ${unreadable(file)}`
    : manifestFaults(pluginFields, fieldsOf(text, frontMatter.entries)).refusal;
});
