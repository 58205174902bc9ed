/** Kilo, which is made from OpenCode. It has other folders, accepts null in most fields, and only skips a bad file. */
import { type Span, span } from '../../text/span';
import type { Field } from '../field';
import type { Format } from '../host';
import { formatOf, type Variation } from './agent';
import { conversionFor, onlyPrimary, openCodeStarters } from './conversion';
import { kiloVersion, observed, ofKilo } from './evidence';
import { agentFields, commandFields, permissionShape } from './fields';
import { kiloPermissions, kiloTools } from './tools';

const onInvalid = 'skips this file, with a message in its log';

/**
 * References to variables of the environment, which files of a project may not contain; a comment of JavaScript may. Kilo Code finds
 * them with `(?<!\$)\{env:[^}]+\}`, which in a text of 1 MB without closing braces takes minutes.
 */
function references(body: string, path: string | undefined): readonly Span[] {
  if (path !== undefined && isOfUser(path)) return [];
  const found: Span[] = [];
  const isInComment = commentsIn(body);
  for (let at = body.indexOf(REFERENCE); at >= 0; ) {
    const name = at + REFERENCE.length;
    const close = body[at - 1] === '$' ? name : body.indexOf('}', name);
    if (close < 0) break;
    if (close > name && !isInComment(at)) found.push(span(at, close + 1));
    at = body.indexOf(REFERENCE, close);
  }
  return found;
}

const REFERENCE = '{env:';

/** Tells for places of a text, in their order, whether their line begins as a comment. It looks at each line once. */
function commentsIn(text: string): (at: number) => boolean {
  let end = -1;
  let isComment = false;
  return (at) => {
    while (end < at) {
      const start = end + 1;
      const next = text.indexOf('\n', start);
      end = next < 0 ? text.length : next;
      isComment = text.slice(start, end).trimStart().startsWith('//');
    }
    return isComment;
  };
}

/** Whether the file belongs to the user and not to a project, as far as the path tells. */
const isOfUser = (path: string): boolean =>
  path.includes('.config/kilo/') || /(?:^~|\/home\/[^/]+|\/Users\/[^/]+|\/root)\/\.kilo(?:code)?\//.test(path);

const variation: Variation = {
  host: { id: 'kilo', name: 'Kilo Code', version: kiloVersion },
  homes: ['.kilo', '.kilocode', '.config/kilo'],
  repair: 'quotes',
  tools: kiloTools,
  permissions: kiloPermissions,
  builtInAgents: ['code', 'plan', 'general', 'explore', 'ask', 'debug', 'orchestrator'],
  evidence: ofKilo(observed),
  on: {
    refusedReference: {
      says: 'does not load a file of a project that refers to the environment',
      severity: 'error',
      find: references,
    },
  },
};

/** Fields that may be null. */
const nullable = ['description', 'model', 'variant', 'temperature', 'top_p', 'steps', 'permission'];

const inKilo = ([key, field]: readonly [string, Field]): readonly [string, Field] => [
  key,
  {
    ...field,
    evidence: ofKilo(field.evidence),
    ...(key === 'name' ? {} : { onInvalid }),
    ...(nullable.includes(key) ? { ofNull: 'accepted' } : {}),
  },
];

const openCodes = agentFields(kiloTools, kiloPermissions, (): Format => kiloAgent);

const fields: Readonly<Record<string, Field>> = Object.fromEntries(
  Object.entries<Field>({
    ...openCodes,
    permission: { ...openCodes.permission, nested: permissionShape(kiloPermissions, true) },
    displayName: {
      ...openCodes.variant,
      summary: 'The name that is shown.',
      example: 'Code Reviewer',
    },
    source: {
      ...openCodes.variant,
      summary: 'Where a managed agent comes from.',
      undocumented: true,
      example: 'project',
    },
    requirements: {
      ...openCodes.variant,
      summary: 'What the agent needs.',
      shape: { kind: 'mapping' },
      ignoredIn: 'this version',
      ofNull: 'absent',
      undocumented: true,
      example: '{}',
    },
  }).map(inKilo),
);

const agent = { isDeep: true, fields } as const;

export const kiloAgent: Format = formatOf(variation, {
  ...agent,
  id: 'kilo',
  title: 'Kilo Code agent',
  folders: ['agent', 'agents'],
  conversion: conversionFor('.kilo', kiloTools),
  starters: openCodeStarters,
});

export const kiloMode: Format = formatOf(variation, {
  ...agent,
  id: 'kilo-mode',
  title: 'Kilo Code mode',
  folders: ['mode', 'modes'],
  isDeep: false,
  starters: onlyPrimary,
});

export const kiloCommand: Format = formatOf(variation, {
  id: 'kilo-command',
  title: 'Kilo Code command',
  kind: 'command',
  folders: ['command', 'commands'],
  isDeep: true,
  fields: Object.fromEntries(Object.entries<Field>(commandFields).map(inKilo)),
});
