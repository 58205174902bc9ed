/** How to talk to the language servers of peers: settings, documents of their language, and what they ask of the client. */
import { pathToFileURL } from 'node:url';
import MarkdownIt from 'markdown-it';
import { records } from './records';
import type { Protocol } from './server';
import { agentOf, agentUri } from './texts';

const fieldOf = (value: unknown, name: string): unknown => new Map(Object.entries(Object(value))).get(name);

/** The settings of the sections that a server asks for. */
const sectionsOf =
  (settings: Readonly<Record<string, unknown>>): Protocol['answer'] =>
  (method, params) => {
    if (method !== 'workspace/configuration') return undefined;
    const items = fieldOf(params, 'items');
    return Array.isArray(items) ? items.map((item) => settings[String(fieldOf(item, 'section'))] ?? null) : [];
  };

/** Not in a folder such as `.claude`, where the YAML server does not apply a schema. */
const recordsUri =
  (extension: string): Protocol['uri'] =>
  (name) =>
    `file:///bench/records/${name}.${extension}`;

/** What a record may contain, so that the servers have something to check. */
const schema = {
  type: 'object',
  additionalProperties: {
    type: 'object',
    required: ['name', 'description'],
    properties: {
      name: { type: 'string', pattern: '^[a-z0-9-]+$' },
      description: { type: 'string' },
      tools: { type: 'string' },
    },
    additionalProperties: false,
  },
};

export function jsonServer(file: string): Protocol {
  const settings = { json: { validate: { enable: true }, schemas: [{ fileMatch: ['*.json'], schema }] } };
  return {
    program: { file, args: ['--stdio'] },
    languageId: 'json',
    uri: recordsUri('json'),
    pulls: true,
    settings,
    options: {},
    document: (source, length) => records(source, length, 'json'),
    answer: sectionsOf(settings),
  };
}

/** @param write Writes a file and returns its path. */
export function yamlServer(file: string, write: (name: string, text: string) => string): Protocol {
  const path = write('schema.json', JSON.stringify(schema));
  const settings = {
    yaml: {
      validate: true,
      schemas: { [pathToFileURL(path).href]: '*.yaml' },
      // Nothing is fetched.
      schemaStore: { enable: false },
      kubernetesCRDStore: { enable: false },
    },
  };
  return {
    program: { file, args: ['--stdio'] },
    languageId: 'yaml',
    uri: recordsUri('yaml'),
    pulls: false,
    settings,
    options: {},
    document: (source, length) => records(source, length, 'yaml'),
    answer: sectionsOf(settings),
  };
}

/** Its Markdown parser runs in the client. */
export function markdownServer(file: string): Protocol {
  const parser = new MarkdownIt({ html: true });
  const on = { enabled: 'warning' };
  const validate = {
    enabled: true,
    referenceLinks: on,
    fragmentLinks: on,
    fileLinks: { ...on, markdownFragmentLinks: 'inherit' },
    unusedLinkDefinitions: on,
    duplicateLinkDefinitions: on,
    ignoredLinks: [],
  };
  const suggest = { paths: { enabled: false } };
  const settings = {
    markdown: { validate, suggest, occurrencesHighlight: { enabled: false }, server: { log: 'off' }, trace: {} },
  };
  return {
    program: { file, args: ['--stdio'] },
    languageId: 'markdown',
    uri: agentUri,
    pulls: true,
    settings,
    // By default it leaves out folders such as `.claude`.
    options: { markdownFileExtensions: ['md'], excludePaths: ['**/node_modules/**'] },
    document: agentOf,
    answer: (method, params, text) => {
      if (method === 'markdown/parse') return parser.parse(text(String(fieldOf(params, 'uri'))), {});
      if (method === 'markdown/findMarkdownFilesInWorkspace' || method === 'markdown/fs/readDirectory') return [];
      return sectionsOf(settings)(method, params, text);
    },
  };
}
