/** Steps of a verdict that hosts share: which faults of fields and tools stop a file from loading, as the tables of its format say. */
import { listItems } from '../syntax/lists/items';
import type { Entry, Value } from '../syntax/tree';
import { quoted } from '../text/quoted';
import type { Field } from './field';
import type { Format } from './host';
import { lookup } from './lookup';
import type { Fields } from './reading';
import { faultOf } from './shapes';
import { asRead, classifyTool } from './toolName';
import type { EffectiveTools, LoadVerdict, LossCause } from './verdict';

/** Why a file is not loaded. `reason` is one sentence. */
export interface LoadFault {
  readonly cause: LossCause;
  readonly reason: string;
}

/** The verdict on a file that is not loaded. */
export const lost = (cause: LossCause, reason: string, name: string | null): LoadVerdict => ({
  verdict: 'does-not-load',
  cause,
  reason,
  name,
  tools: { inherited: false, effective: [], dropped: [], withheld: [] },
});

/**
 * The verdict on a file that is loaded.
 * @param losses What else is lost, each as a clause.
 */
export function loadedWith(name: string | null, tools: EffectiveTools, losses: readonly string[] = []): LoadVerdict {
  const reasons = [...losses, ...tools.dropped.map((one) => `${quoted(one.name)} is ignored: ${one.why}`)];
  return {
    verdict: reasons.length === 0 ? 'loads' : 'loads-with-losses',
    cause: null,
    reason: reasons.length === 0 ? null : `${reasons.join('; ')}.`,
    name,
    tools,
    ...(losses.length === 0 ? {} : { losses }),
  };
}

/** The text of a value that YAML reads as text; null for anything else. */
export const textOf = (value: Value | undefined): string | null =>
  value?.kind === 'scalar' && value.type === 'string' ? value.text : null;

/**
 * The first fault of the fields for which the host does not load the file: an unknown field, a missing or invalid one or an unknown
 * tool, each where the format says that it is an error.
 */
export function faultOfFields(fields: Fields, entries: readonly Entry[], format: Format): LoadFault | undefined {
  const isMerged = entries.some(({ key }) => key === '<<');
  const unknown =
    format.on.unknownField.severity === 'error'
      ? entries.find(({ key }) => key !== '<<' && lookup(format.fields, key) === undefined)
      : undefined;
  if (unknown !== undefined)
    return { cause: 'fields', reason: `${quoted(unknown.key)} is not a field of this format.` };
  for (const [key, field] of Object.entries(format.fields)) {
    const value = fields.value(key);
    if (value === undefined && field.required === true && !isMerged)
      return { cause: causeOf(field), reason: `\`${key}\` is missing.` };
    const fault = value === undefined || field.invalidSeverity !== 'error' ? undefined : faultOf(field, value);
    if (fault !== undefined) return { cause: causeOf(field), reason: `The value of \`${key}\` is ${fault.what}.` };
    const word =
      value === undefined || field.shape.kind !== 'tools' || format.on.unknownTool.severity !== 'error'
        ? undefined
        : unusable(fields.text, value, format);
    if (word !== undefined) return { cause: 'tools', reason: `${quoted(word)} is not a tool of this program.` };
  }
  return undefined;
}

const causes: Readonly<Record<string, LossCause>> = { identity: 'name', purpose: 'description', allow: 'tools' };

/** The step at which a field that the host cannot use stops it. */
export const causeOf = ({ role }: Field): LossCause => (role === undefined ? 'fields' : (causes[role] ?? 'fields'));

/** The first name of a list that the host does not accept. */
function unusable(text: string, value: Value, format: Format): string | undefined {
  return listItems(text, value, format.splitsNamesAt).find(({ text: word }) => {
    const found = classifyTool(word, format);
    if (found.kind === 'mcp') return format.mcp.fault(word) !== undefined;
    if (found.kind === 'retired') return found.retired.state !== 'alias works' || found.name !== asRead(word, format);
    return found.kind !== 'tool' && found.kind !== 'wildcard';
  })?.text;
}
