/** Why a text cannot be the name of an agent. */
import { yamlText } from '../syntax/frontMatter/yamlText';
import { quoted } from '../text/quoted';
import { span } from '../text/span';
import type { Format } from './host';
import { fieldByRole } from './lookup';
import { faultOf } from './shapes';

/** @returns The reason as whole sentences; undefined for a name that the host takes. */
export function nameFault(name: string, format: Format): string | undefined {
  if (name === '') return 'The name is empty.';
  if (yamlText(name, false) === undefined) return 'The name contains a line break or another control character.';
  const field = fieldByRole(format, 'identity')?.field;
  const nowhere = span(0, 0);
  const fault =
    field &&
    faultOf(field, { kind: 'scalar', style: 'double', type: 'string', text: name, span: nowhere, inner: nowhere });
  if (fault === undefined) return undefined;
  const rest = fault.effect === undefined ? `Write ${fault.wanted.join(' or ')}.` : '';
  const effect = fault.effect === undefined ? '' : `${format.host.name} ${fault.effect}.`;
  return `${quoted(name)} is ${fault.what}. ${effect}${rest}`;
}
