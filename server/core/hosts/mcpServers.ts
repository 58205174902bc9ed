/** Finds the entries that a host cannot use among the MCP servers that an agent names or defines. */

import type { Entry, Value } from '../syntax/tree';
import { anyOf, quoted } from '../text/quoted';
import type { Span } from '../text/span';
import type { Format, Servers } from './host';
import { lookup } from './lookup';
import { keyFaults } from './nestedFault';

/** Something in the field that the host cannot use. */
export interface ServerFault {
  /** `form`: the value is not a list, so the host ignores every server. `entry`: the host ignores one server. */
  readonly kind: 'form' | 'entry';
  readonly span: Span;
  /** What is wrong, as a clause that can start a sentence. */
  readonly what: string;
  /** What to write instead, as a sentence. */
  readonly instead: string;
}

/** The faults of a list of servers, in file order. An absent or empty list has none. */
export function serverFaults(value: Value, { servers }: Format): readonly ServerFault[] {
  if (servers === undefined || value.kind === 'missing' || value.kind === 'alias' || value.kind === 'broken') return [];
  if (value.kind === 'scalar' && value.type === 'null') return [];
  if (value.kind === 'sequence') return value.items.flatMap(({ value: item }) => itemFaults(item, servers));
  const what = value.kind === 'mapping' ? 'The servers are a mapping' : 'The servers are a single string';
  return [{ kind: 'form', span: value.span, what, instead: 'Write a list, with one `- ` line per server.' }];
}

/** The servers that the host starts or connects for the agent, each as the name that means all of its tools. */
export function ownServers(value: Value, format: Format): readonly string[] {
  const { servers, mcp } = format;
  const nameOf = (server: string): string => mcp.spell(mcp.inNames?.(server) ?? server);
  if (servers === undefined || value.kind !== 'sequence') return [];
  return value.items.flatMap(({ value: item }) => {
    if (itemFaults(item, servers).length > 0) return [];
    if (item.kind === 'scalar') return [nameOf(item.text)];
    return item.kind === 'mapping' ? item.entries.slice(0, 1).map(({ key }) => nameOf(key)) : [];
  });
}

const fault = (span: Span, what: string, instead: string): ServerFault => ({ kind: 'entry', span, what, instead });

function itemFaults(item: Value, servers: Servers): readonly ServerFault[] {
  if (item.kind === 'missing' || item.kind === 'alias' || item.kind === 'broken') return [];
  const form = 'Write the name of a configured server, or a mapping of one name to its definition.';
  if (item.kind === 'scalar')
    return item.type === 'string' ? [] : [fault(item.span, 'The entry is not the name of a server', form)];
  if (item.kind === 'sequence') return [fault(item.span, 'The entry is a list', form)];
  const [first, second] = item.entries;
  if (first === undefined || second !== undefined)
    return [
      fault(
        second?.keySpan ?? item.span,
        `The entry has ${item.entries.length} keys instead of one`,
        'Its only key is the name of the server; indent the definition below it.',
      ),
    ];
  return definitionFaults(first, servers);
}

function definitionFaults({ key, keySpan, value }: Entry, servers: Servers): readonly ServerFault[] {
  if (value.kind === 'alias' || value.kind === 'broken') return [];
  if (value.kind !== 'mapping')
    return [
      fault(
        value.kind === 'missing' ? keySpan : value.span,
        `The definition of ${quoted(key)} is not a mapping`,
        'Add the keys of its type, or write the name of a configured server.',
      ),
    ];
  if (value.entries.some((entry) => entry.key === '<<')) return [];
  const type = value.entries.findLast((entry) => entry.key === 'type')?.value;
  if (type?.kind === 'alias' || type?.kind === 'broken') return [];
  const name = type?.kind === 'scalar' ? type.text : type === undefined ? servers.implied : '';
  const definition = lookup(servers.types, name);
  if (servers.reserved.includes(key))
    return [fault(keySpan, `\`${key}\` is a reserved server name`, 'Choose another name.')];
  if (definition === undefined) {
    const known = Object.keys(servers.types).join('`, `');
    return [fault(type?.span ?? keySpan, 'Unknown server type', `Use one of \`${known}\`.`)];
  }
  const has = (wanted: string): boolean =>
    value.entries.some((entry) => entry.key === wanted && entry.value.kind !== 'missing');
  const missing = definition.needs
    .filter((wanted) => !has(wanted))
    .map((wanted) =>
      fault(keySpan, lack(name, wanted, type === undefined), hintFor(has, servers) ?? `Add \`${wanted}\`.`),
    );
  const wrong = keyFaults(value, definition).map(({ span, what, instead }) => fault(span, what, instead));
  return [...missing, ...wrong];
}

const lack = (type: string, wanted: string, implied: boolean): string =>
  implied
    ? `A server without \`type\` is a \`${type}\` server, and this one has no \`${wanted}\``
    : `The \`${type}\` server has no \`${wanted}\``;

/** A definition that has the keys of another type is probably of that type. */
function hintFor(has: (key: string) => boolean, servers: Servers): string | undefined {
  const fitting = Object.entries(servers.types).flatMap(([type, { needs }]) => (needs.every(has) ? [type] : []));
  const [only, ...others] = fitting;
  if (only === undefined) return undefined;
  return others.length === 0
    ? `Add \`type: ${only}\`, which fits its keys.`
    : `Add \`type:\` with the value that fits: ${anyOf(fitting.map(quoted))}.`;
}
