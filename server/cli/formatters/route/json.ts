/** Writes a ranking as JSON: a stable format. */
import { jsonText } from '../../printable';
import type { RouteFormatter } from './formatter';
import { relativeTo } from './relative';

/** The version of the format; it changes only when existing keys change. */
const VERSION = 1;

/** One line; the order of the keys is part of the format. */
export const json: RouteFormatter = ({ request, route: { compared, matches, tied, shared } }, environment) => {
  const shown = matches.map(({ kind, name, path, host, score, words, description }) => ({
    kind,
    name,
    path: relativeTo(path, environment),
    ...(host === undefined ? {} : { host }),
    score,
    words,
    description,
  }));
  return `${jsonText({ version: VERSION, request, compared, tied, shared, matches: shown })}\n`;
};
