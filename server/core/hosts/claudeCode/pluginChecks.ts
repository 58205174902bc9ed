/** Which values the fields of a plugin's manifest take, as recorded runs show it. */
import {
  byKind,
  type Check,
  entryIn,
  filled,
  isUnknown,
  namesTo,
  object,
  oneOf,
  other,
  path,
  text,
} from './manifestChecks';

/** Names that pass as those of the vendor. */
const RESERVED = /^(?:claude|anthropics?|claude-code|claude-mods)$|^(?:claude|anthropics?|cc-plugin)-/i;

const RESERVED_EFFECT = 'reports it and loads the plugin only from a path';

export const KEBAB = 'lower-case letters, digits and single hyphens';

export const name = text('a name', (one) => {
  if (one === '') return { what: 'empty', wanted: 'a name' };
  if (/[ /:]/.test(one)) {
    const instead = one
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((part) => part !== '')
      .join('-');
    return {
      what: 'a name with a space, a slash or a colon',
      wanted: KEBAB,
      ...(instead !== '' && { instead: JSON.stringify(instead) }),
    };
  }
  return RESERVED.test(one)
    ? { what: 'a name that is kept for Anthropic', wanted: 'another name', effect: RESERVED_EFFECT, isMild: true }
    : undefined;
});

export const url = text('an absolute URL', (one) =>
  /^[a-z][a-z\d+.-]*:(?:\/\/)?[^\s/]/i.test(one) ? undefined : { what: 'not a URL', wanted: 'an absolute URL' },
);

/** A command that is defined in the manifest. */
export const command: Check = (value) => {
  if (isUnknown(value)) return undefined;
  if (value.kind !== 'mapping') return other(value, 'an object with `source` or `content`');
  const [source, content] = [entryIn(value, 'source'), entryIn(value, 'content')];
  if (source === undefined && content === undefined)
    return { span: value.span, what: 'an object without a text', wanted: '`source` or `content` in it' };
  return (source && path()(source.value)) ?? (content && text()(content.value));
};

const server: Check = (value) => {
  if (isUnknown(value)) return undefined;
  if (value.kind !== 'mapping') return other(value, 'an object');
  const key = entryIn(value, 'url') === undefined ? 'command' : 'url';
  return object({ [key]: filled })(value);
};

export const servers = namesTo(server);
export const serverFile = text('a path that starts with `./` and ends with `.json`', (one, value) =>
  /^https?:\/\//.test(one) ? undefined : path(['.json', '.mcpb', '.dxt'])(value),
);

const languageServer = object({ command: filled, extensionToLanguage: namesTo(text()) });
export const languageServers = namesTo(languageServer);
export const languageFile = path(['.json']);

export const hooksFile = path(['.json']);
/** Hooks of unknown events are ignored, so only their form counts. */
export const hooksInPlace: Check = (value) =>
  isUnknown(value) || value.kind === 'mapping' ? undefined : other(value, 'an object');

export const dependency = byKind({ text: filled, object: object({ name: filled }) }, 'the name of a plugin');

export const option = object({
  type: oneOf(['string', 'number', 'boolean', 'directory', 'file']),
  title: text(),
  description: text(),
});
