/** The endpoint patterns of `snippets/`, for clients that do not load these files as snippets. */
import endpoints from '../../snippets/endpoints.json';
import type { Pattern } from '../core/index';

/** One entry per framework. */
export const endpointPatterns: readonly Pattern[] = Object.entries(endpoints).map(([title, { description, body }]) => ({
  title,
  description,
  body: body.join('\n'),
}));
