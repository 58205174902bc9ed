/** The fields of a marketplace's manifest: what each does, and which values Claude Code takes. */
import type { Entry, Value } from '../../syntax/tree';
import { quoted } from '../../text/quoted';
import type { Field } from '../field';
import type { NestedShape } from '../nestedShape';
import type { ValueFault } from '../valueFault';
import { observed } from './evidence';
import { type Check, entryIn, filled, isUnknown, object, other, text } from './manifestChecks';
import { authorField, checked, pluginFields } from './manifestFields';
import { free, string, strings, word } from './nestedShapes';

const refuses = { onInvalid: 'refuses the marketplace', invalidSeverity: 'error' } as const;
const ignores = { onInvalid: 'ignores it', invalidSeverity: 'warning' } as const;

const NAME = 'letters, digits, `.`, `_` and `-`';

const name = text('a name', (one) => {
  if (one === '') return { what: 'empty', wanted: 'a name' };
  const instead = one
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')
    .join('-');
  return /\s/.test(one)
    ? { what: 'a name with a space', wanted: NAME, ...(instead !== '' && { instead: JSON.stringify(instead) }) }
    : undefined;
});

/** Where a plugin comes from when it is not in the repository of the marketplace, and the key that says where. */
const sources: Readonly<Record<string, string>> = {
  github: 'repo',
  url: 'url',
  git: 'url',
  'git-subdir': 'url',
  npm: 'package',
  pip: 'package',
};

const source: Check = (value, others) => {
  if (isUnknown(value)) return undefined;
  const wanted = 'a path that starts with `./`, or an object with `source`';
  if (value.kind === 'mapping') {
    const kind = entryIn(value, 'source')?.value;
    if (kind?.kind !== 'scalar' || !Object.hasOwn(sources, kind.text))
      return {
        span: kind?.span ?? value.span,
        what: 'not a known kind of source',
        wanted: '`github`, `url`, `git-subdir` or `npm`',
      };
    return object({ [sources[kind.text] ?? '']: filled })(value);
  }
  if (value.kind !== 'scalar' || value.type !== 'string') return other(value, wanted);
  const one = value.text;
  if (one.startsWith('./') || one === '.')
    return one.split('/').includes('..')
      ? { span: value.span, what: 'a path that leaves its folder', wanted: 'a path without `..`' }
      : one === '.'
        ? { span: value.span, what: 'written without a slash', wanted: '`./`', instead: '"./"' }
        : undefined;
  // A setting of the marketplace may say from where bare names count.
  if (!one.includes('/') && (others === undefined || hasRoot(others('metadata')))) return undefined;
  const isPlain = /^[\w-][^\\:]*$/.test(one) && !one.split('/').includes('..');
  return {
    span: value.span,
    what: 'not a path relative to the marketplace',
    wanted,
    ...(isPlain && { instead: JSON.stringify(`./${one}`) }),
  };
};

const hasRoot = (metadata: Value | undefined): boolean =>
  metadata?.kind === 'mapping' && entryIn(metadata, 'pluginRoot') !== undefined;

const plugin = object({ name, source });

const plugins: Check = (value, others) => {
  if (isUnknown(value)) return undefined;
  if (value.kind !== 'sequence') return other(value, 'a list of plugins');
  const known = new Set<string>();
  for (const item of value.items) {
    const fault = plugin(item.value, others) ?? twice(item.value, known);
    if (fault !== undefined) return fault;
  }
  return undefined;
};

function twice(value: Value, known: Set<string>): ValueFault | undefined {
  const named = value.kind === 'mapping' ? entryIn(value, 'name')?.value : undefined;
  if (named?.kind !== 'scalar') return undefined;
  if (known.has(named.text))
    return { span: named.span, what: `the name ${quoted(named.text)} a second time`, wanted: 'another name' };
  known.add(named.text);
  return undefined;
}

/** In an entry: where the plugin is, and anything that its own manifest may say. */
const entryKeys: NestedShape = {
  kind: 'mapping',
  keys: {
    name: { summary: 'The name under which the plugin is installed; required.', value: string },
    source: {
      summary:
        'A path that starts with `./`, or an object such as `{ "source": "github", "repo": "me/plugin" }`; required.',
      value: {
        kind: 'mapping',
        keys: {
          source: {
            summary: 'What kind of source it is.',
            value: word({
              github: 'A repository on GitHub.',
              url: 'A git URL.',
              'git-subdir': 'A folder of a repository.',
              npm: 'A package.',
            }),
          },
          repo: { summary: 'The repository, as `owner/name`.', value: string },
          url: { summary: 'The git URL.', value: string },
          ref: { summary: 'The branch or tag.', value: string },
          path: { summary: 'The folder in the repository.', value: string },
          package: { summary: 'The name of the package.', value: string },
        },
      },
    },
    category: { summary: 'Sorts the plugin in the marketplace.', value: string },
    tags: { summary: 'Words for a search.', value: strings },
    strict: { summary: 'Whether the plugin needs a manifest of its own, which is the default.', value: free },
    ...Object.fromEntries(
      Object.entries(pluginFields)
        .filter(([key]) => key !== 'name' && !key.startsWith('$'))
        .map(([key, { summary, nested = free }]) => [key, { summary, value: nested }]),
    ),
  },
};

export const marketplaceFields: Readonly<Record<string, Field>> = {
  name: {
    summary: 'The name of the marketplace, which follows the `@` in `plugin@marketplace`.',
    details: `Without spaces; to install a plugin from it, only ${NAME}.`,
    role: 'identity',
    shape: checked('a name', name),
    required: true,
    ofNull: 'refused',
    ...refuses,
    example: '"my-marketplace"',
    advice: { minLength: 1, maxLength: 256, slug: true, evidence: observed },
    evidence: observed,
  },
  owner: {
    ...authorField,
    summary: 'Who keeps it: an object with `name`, and perhaps `email`.',
    required: true,
    ofNull: 'refused',
    ...refuses,
  },
  plugins: {
    summary: 'The plugins, each an object with `name` and `source`.',
    details:
      'Claude Code does not notice a path that does not exist, nor a name that differs from that in the manifest of the plugin.',
    shape: checked('a list of objects', plugins),
    nested: { kind: 'sequence', item: entryKeys },
    required: true,
    ofNull: 'refused',
    ...refuses,
    example: '[{ "name": "my-plugin", "source": "./my-plugin" }]',
    evidence: observed,
  },
  description: {
    summary: 'What the marketplace offers.',
    shape: checked('a string', text()),
    ...ignores,
    example: '"Plugins of our team."',
    evidence: observed,
  },
  version: {
    summary: 'The version of the marketplace.',
    shape: checked('a string', text()),
    ...ignores,
    example: '"1.0.0"',
    evidence: observed,
  },
  metadata: {
    summary: 'An object with `description`, `version` and `pluginRoot`, the folder in which bare sources are.',
    shape: checked('an object', (value) =>
      isUnknown(value) || value.kind === 'mapping' ? undefined : other(value, 'an object'),
    ),
    nested: {
      kind: 'mapping',
      keys: {
        description: { summary: 'What the marketplace offers.', value: string },
        version: { summary: 'The version of the marketplace.', value: string },
        pluginRoot: { summary: 'The folder in which sources without `./` are, such as `./plugins`.', value: string },
      },
    },
    ...ignores,
    example: '{ "description": "Plugins of our team." }',
    evidence: observed,
  },
  $schema: {
    summary: 'The JSON schema of the file, for editors.',
    shape: checked('a value', () => undefined),
    ...ignores,
    example: '"https://json.schemastore.org/claude-code-marketplace.json"',
    evidence: observed,
  },
};

/** The sources in the file that are paths. */
export const sourcesIn = (entries: readonly Entry[]): readonly Value[] => {
  const list = entries.findLast(({ key }) => key === 'plugins')?.value;
  return list?.kind !== 'sequence'
    ? []
    : list.items.flatMap(({ value }) => (value.kind === 'mapping' ? (entryIn(value, 'source')?.value ?? []) : []));
};
