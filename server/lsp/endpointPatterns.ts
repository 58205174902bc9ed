/** The endpoint patterns of `snippets/`, for clients that do not have these files as snippets of their own. */
import endpoints from '../../snippets/endpoints.json';
import type { Pattern } from '../core/index';

/** One entry a framework. */
export const endpointPatterns: readonly Pattern[] = Object.entries(endpoints).map(([title, { description, body }]) => ({
  title,
  description,
  body: body.join('\n'),
}));
