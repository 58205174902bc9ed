/** Finds the entries of the `hooks` field that a host cannot read, and those that keep it from loading the agent. */

import type { Entry, Mapping, Value } from '../syntax/tree';
import { isNothing } from '../syntax/values';
import { closestOf } from '../text/closest';
import { quoted } from '../text/quoted';
import type { Span } from '../text/span';
import { misplacedGuard } from './guards';
import type { Format, Hooks } from './host';
import { lookup } from './lookup';
import { keyFaults } from './nestedFault';

/** Something in the field that the host cannot use. */
export interface HookFault {
  /** `event`: the host does not know the event. `shape`: it cannot read an entry under a known one. */
  readonly kind: 'event' | 'shape';
  readonly span: Span;
  /** What is wrong, as a clause that can start a sentence. */
  readonly what: string;
  /** What to write instead, as a sentence. */
  readonly instead: string;
  /** Whether the host then does not load the agent, because the entry may be a guard that it must not ignore. */
  readonly fatal: boolean;
  /** The known event whose name is closest to an unknown one. */
  readonly meant?: string;
  /** The value that was probably meant instead of the marked one. */
  readonly replacement?: string;
}

/** The faults of a `hooks` value, in file order. An absent, empty or false value has none. */
export function hookFaults(value: Value, { hooks }: Format): readonly HookFault[] {
  if (hooks === undefined || value.kind === 'missing' || value.kind === 'alias' || value.kind === 'broken') return [];
  // The program takes a list for hooks, even an empty one.
  if (value.kind !== 'sequence' && isFalse(value)) return [];
  if (value.kind !== 'mapping' || isMatcher(value, hooks)) {
    return [
      {
        kind: 'shape',
        span: value.span,
        what: 'The hooks are not a mapping of events',
        instead: 'Write one event per line, with a list of hooks under it.',
        fatal: true,
      },
    ];
  }
  return value.entries.flatMap((entry) => eventFaults(entry, hooks));
}

/** Whether the host takes the value for no hooks at all. */
const isFalse = (value: Value): boolean =>
  isNothing(value) || (value.kind === 'scalar' && (value.type === 'string' ? value.text === '' : isFalsy(value.text)));

/** `false`, zero in every spelling, and not a number. */
const isFalsy = (text: string): boolean =>
  text.toLowerCase() === 'false' || Number(text) === 0 || text.toLowerCase() === '.nan';

/** Whether a mapping is an entry of an event instead of a mapping of events. */
const isMatcher = ({ entries }: Mapping, { list }: Hooks): boolean =>
  entries.some(({ key, value }) => key === list && value.kind === 'sequence');

function eventFaults(entry: Entry, hooks: Hooks): readonly HookFault[] {
  if (!hooks.events.some((event) => event.value === entry.key)) {
    const meant = closestOf(
      entry.key,
      hooks.events.map((event) => event.value),
    );
    const instead = meant === undefined ? 'Use an event from the completion list.' : `Write \`${meant}\`.`;
    const event: HookFault = {
      kind: 'event',
      span: entry.keySpan,
      what: `Unknown hook event ${quoted(entry.key)}`,
      instead,
      fatal: false,
      ...(meant === undefined ? {} : { meant }),
    };
    const guard = misplacedGuard(entry.value, hooks);
    return guard === undefined ? [event] : [event, misplaced(guard)];
  }
  if (isNothing(entry.value)) return [];
  const fatal = hooks.guards.includes(entry.key);
  const fault = (span: Span, what: string, instead: string): HookFault => ({
    kind: 'shape',
    span,
    what,
    instead,
    fatal,
  });
  if (entry.value.kind !== 'sequence') {
    const at = entry.value.kind === 'missing' ? entry.keySpan : entry.value.span;
    return [fault(at, `\`${entry.key}\` is not a list`, 'Begin each entry with `- `.')];
  }
  return entry.value.items.flatMap(({ value: group }) => {
    const guard = fatal ? undefined : misplacedGuard(group, hooks, true);
    return guard === undefined ? groupFaults(group, hooks, fault) : [misplaced(guard)];
  });
}

const misplaced = (span: Span): HookFault => ({
  kind: 'shape',
  span,
  what: 'These hooks are not directly under `hooks`',
  instead: 'Move the event to `hooks`.',
  fatal: true,
});

type MakeFault = (span: Span, what: string, instead: string) => HookFault;

/** One entry under an event: an optional matcher and a list of hooks. */
function groupFaults(group: Value, hooks: Hooks, fault: MakeFault): readonly HookFault[] {
  if (group.kind !== 'mapping')
    return [fault(group.span, 'The entry is not a mapping', `Write \`matcher:\` and \`${hooks.list}:\` in it.`)];
  const faults: HookFault[] = [];
  const matcher = group.entries.findLast((entry) => entry.key === 'matcher')?.value;
  if (matcher !== undefined && !(matcher.kind === 'scalar' && matcher.type === 'string')) {
    faults.push(
      fault(matcher.span, 'The matcher is not a string', 'Write the name of a tool or a regular expression.'),
    );
  }
  const list = group.entries.findLast((entry) => entry.key === hooks.list)?.value;
  if (list === undefined)
    return [
      ...faults,
      fault(group.span, `The entry has no \`${hooks.list}\` list`, `Put the hooks in a list under \`${hooks.list}:\`.`),
    ];
  if (list.kind !== 'sequence')
    return [...faults, fault(list.span, `\`${hooks.list}\` is not a list`, 'Begin each hook with `- `.')];
  return [...faults, ...list.items.flatMap((item) => hookFault(item.value, hooks, fault))];
}

function hookFault(hook: Value, hooks: Hooks, fault: MakeFault): readonly HookFault[] {
  if (hook.kind !== 'mapping')
    return [fault(hook.span, 'The hook is not a mapping', 'Add a `type` and the keys that it requires.')];
  const type = hook.entries.findLast((entry) => entry.key === 'type')?.value;
  const known = Object.keys(hooks.types).join('`, `');
  if (type === undefined) return [fault(hook.span, 'The hook has no `type`', `Add one of \`${known}\`.`)];
  const definition = type.kind === 'scalar' ? lookup(hooks.types, type.text) : undefined;
  if (definition === undefined) return [fault(type.span, 'Unknown hook type', `Use one of \`${known}\`.`)];
  const missing = definition.needs
    .filter((key) => !hook.entries.some((entry) => entry.key === key && entry.value.kind !== 'missing'))
    .map((key) => fault(hook.span, `The hook has no \`${key}\``, `Add \`${key}\`.`));
  return [
    ...missing,
    ...keyFaults(hook, definition).map(({ span, what, instead, ...meant }) => ({
      ...fault(span, what, instead),
      ...meant,
    })),
  ];
}
