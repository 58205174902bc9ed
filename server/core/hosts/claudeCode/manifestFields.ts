/**
 * The fields of a plugin's manifest: what each does, and which values Claude Code takes. Long because it lists every field.
 */
import type { Field, Shape } from '../field';
import type { NestedShape } from '../nestedShape';
import { observed } from './evidence';
import { byKind, type Check, filled, listOf, namesTo, object, path, paths, text } from './manifestChecks';
import { string, strings, word } from './nestedShapes';
import {
  command,
  dependency,
  hooksFile,
  hooksInPlace,
  KEBAB,
  languageFile,
  languageServers,
  name,
  option,
  serverFile,
  servers,
  url,
} from './pluginChecks';
import { serverKeys } from './serverTypes';

const documented = { source: 'Documentation of Claude Code', checked: '2026-11-23', says: 'should' } as const;

export const checked = (takes: string, faultIn: Check): Shape => ({ kind: 'checked', takes, faultIn });

const refuses = { onInvalid: 'does not load the plugin', invalidSeverity: 'error' } as const;
const reports = { onInvalid: 'reports it and loads the plugin', invalidSeverity: 'warning' } as const;

const author: NestedShape = {
  kind: 'mapping',
  keys: {
    name: { summary: 'The name of the author; required.', value: string },
    email: { summary: 'An address for mail.', value: string },
    url: { summary: 'A page of the author.', value: string },
  },
};

export const authorField = {
  summary: 'Who made it: an object with `name`, and perhaps `email` and `url`.',
  shape: checked('an object with `name`', object({ name: filled }, { email: text(), url: text() })),
  nested: author,
  ...reports,
  example: '{ "name": "Me" }',
  evidence: observed,
} as const satisfies Field;

/** A value that may be anything: what the program does with it was not seen. */
const anything = checked('a value', () => undefined);

export const pluginFields: Readonly<Record<string, Field>> = {
  name: {
    summary: 'The name of the plugin, which comes before the names of its agents, skills and commands.',
    details:
      `Without spaces, slashes and colons. Claude Code takes other names, but the marketplace of claude.ai only ${KEBAB}. ` +
      'Names that begin with `claude-` or `anthropic-` are reserved: such a plugin loads only from a path.',
    role: 'identity',
    shape: checked('a name', name),
    required: true,
    ofNull: 'refused',
    ...refuses,
    example: '"my-plugin"',
    advice: { minLength: 1, maxLength: 256, slug: true, evidence: observed },
    evidence: observed,
  },
  version: {
    summary: 'The version, usually as `1.0.0`.',
    shape: checked('a string', text()),
    ofNull: 'refused',
    ...refuses,
    example: '"1.0.0"',
    evidence: observed,
  },
  description: {
    summary: 'What the plugin is for.',
    shape: checked('a string', text()),
    ...reports,
    example: '"Reviews and releases."',
    evidence: observed,
  },
  author: authorField,
  homepage: {
    summary: 'A page about the plugin.',
    shape: checked('an absolute URL', url),
    ...reports,
    example: '"https://example.com"',
    evidence: observed,
  },
  repository: {
    summary: 'Where the source is.',
    shape: anything,
    ...reports,
    example: '"https://example.com/repository"',
    evidence: observed,
  },
  license: {
    summary: 'The license, as an SPDX identifier.',
    shape: checked('a string', text()),
    ...reports,
    example: '"MIT"',
    evidence: observed,
  },
  keywords: {
    summary: 'Words for a search.',
    shape: checked('a list of strings', listOf(text())),
    nested: strings,
    ...reports,
    example: '["review"]',
    evidence: observed,
  },
  agents: {
    summary: 'The files of agents, in place of everything in `agents/`.',
    details: 'Paths of files, not of folders. Without the field all of `agents/` is read, with it only these files.',
    shape: checked('a path or a list of paths', paths(['.md'])),
    ...refuses,
    example: '["./agents/reviewer.md"]',
    evidence: observed,
  },
  commands: {
    summary: 'Files and folders of commands, in place of everything in `commands/`.',
    details: 'Or an object from the name of each command to an object with its `source` or its `content`.',
    shape: checked(
      'a path, a list of paths or an object',
      byKind({ text: path(), list: listOf(path()), object: namesTo(command) }, 'a path, a list of paths or an object'),
    ),
    ...refuses,
    example: '["./commands"]',
    evidence: observed,
  },
  skills: {
    summary: 'More folders of skills, in addition to `skills/`.',
    shape: checked('a path or a list of paths', paths()),
    ...refuses,
    example: '["./more-skills"]',
    evidence: observed,
  },
  hooks: {
    summary: 'Hooks, or a file with hooks in addition to `hooks/hooks.json`.',
    shape: checked(
      'a path or an object of hooks',
      byKind(
        {
          text: hooksFile,
          object: hooksInPlace,
          list: listOf(byKind({ text: hooksFile, object: hooksInPlace }, 'a path or an object')),
        },
        'a path or an object of hooks',
      ),
    ),
    ...refuses,
    example: '"./config/hooks.json"',
    evidence: observed,
  },
  mcpServers: {
    summary: 'MCP servers, or a file that declares them.',
    details:
      'An object from the name of each server to its definition. The variable CLAUDE_PLUGIN_ROOT has the folder of the plugin.',
    shape: checked(
      'a path or an object of servers',
      byKind(
        {
          text: serverFile,
          object: servers,
          list: listOf(byKind({ text: serverFile, object: servers }, 'a path or an object')),
        },
        'a path or an object of servers',
      ),
    ),
    nested: { kind: 'named', summary: 'The name of the server.', value: { kind: 'mapping', keys: serverKeys } },
    ...refuses,
    example: '{ "tracker": { "command": "tracker-mcp" } }',
    evidence: observed,
  },
  lspServers: {
    summary: 'Language servers, or a file that declares them.',
    details: 'Each needs `command`, and `extensionToLanguage` from file endings to languages.',
    shape: checked(
      'a path or an object of servers',
      byKind(
        {
          text: languageFile,
          object: languageServers,
          list: listOf(byKind({ text: languageFile, object: languageServers }, 'a path or an object')),
        },
        'a path or an object of servers',
      ),
    ),
    nested: {
      kind: 'named',
      summary: 'The name of the server.',
      value: {
        kind: 'mapping',
        keys: {
          command: { summary: 'The program; required.', value: string },
          args: { summary: 'Its arguments.', value: strings },
          extensionToLanguage: {
            summary: 'From file endings to languages; required.',
            value: { kind: 'named', summary: 'The ending of a file, with its dot.', value: string },
          },
        },
      },
    },
    ...refuses,
    example: '{ "python": { "command": "pyright", "extensionToLanguage": { ".py": "python" } } }',
    evidence: observed,
  },
  outputStyles: {
    summary: 'Files and folders of output styles, in place of everything in `output-styles/`.',
    shape: checked('a path or a list of paths', paths()),
    ...refuses,
    example: '["./styles"]',
    evidence: observed,
  },
  dependencies: {
    summary: 'Plugins that must be installed. Without one of them this plugin does not load.',
    shape: checked('a list of names', listOf(dependency)),
    nested: strings,
    ...refuses,
    example: '["other-plugin"]',
    evidence: observed,
  },
  userConfig: {
    summary: 'Settings that the user is asked for, each with `type`, `title` and `description`.',
    shape: checked('an object of settings', namesTo(option)),
    nested: {
      kind: 'named',
      summary: 'The name of the setting.',
      value: {
        kind: 'mapping',
        keys: {
          type: {
            summary: 'What kind of value it is; required.',
            value: word({
              string: 'A text.',
              number: 'A number.',
              boolean: 'True or false.',
              directory: 'A folder.',
              file: 'A file.',
            }),
          },
          title: { summary: 'What the user sees; required.', value: string },
          description: { summary: 'What it is for; required.', value: string },
        },
      },
    },
    ...refuses,
    example: '{ "token": { "type": "string", "title": "Token", "description": "For the tracker." } }',
    evidence: observed,
  },
  channels: {
    summary: 'MCP servers of the plugin that send messages.',
    shape: anything,
    ...reports,
    example: '[{ "server": "tracker" }]',
    evidence: observed,
  },
  engines: {
    summary: 'Versions of programs that the plugin needs.',
    shape: anything,
    ...reports,
    example: '{ "claude": ">=2" }',
    evidence: observed,
  },
  $schema: {
    summary: 'The JSON schema of the file, for editors.',
    shape: anything,
    ...reports,
    example: '"https://json.schemastore.org/claude-code-plugin-manifest.json"',
    evidence: documented,
  },
};
