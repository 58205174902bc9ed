/** The snippets of `snippets/`, which the server offers where they make sense and the client does not offer these files itself. */
import agents from '../../snippets/agents.json';
import endpoints from '../../snippets/endpoints.json';
import type { Template } from '../core/index';
import type { Shows } from './shows';

interface Entry {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

const templatesOf = (file: Readonly<Record<string, Entry>>): readonly Template[] =>
  Object.entries(file).map(([title, { prefix, description, body }]) => ({
    title,
    prefix,
    description,
    body: body.join('\n'),
  }));

/** One entry per framework. */
export const endpointPatterns: readonly Template[] = templatesOf(endpoints);

const templates: readonly Template[] = [...templatesOf(agents), ...endpointPatterns];

/**
 * What the server offers in a document.
 * @param uri The files of `snippets/` are for Markdown, so no client offers them in other notations.
 * @param offered Where the client offers these files itself: `everywhere`, or in `untitled` documents.
 */
export const templatesFor = (uri: string, offered: Shows['snippetFiles']): readonly Template[] =>
  (offered === 'everywhere' && !/\.(?:toml|ya?ml)$/i.test(uri)) ||
  (offered === 'untitled' && uri.startsWith('untitled:'))
    ? []
    : templates;
