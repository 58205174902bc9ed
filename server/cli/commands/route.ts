/** The command `route`: ranks agents and skills by how well they match a request. */
import { MOST_MATCHES, routeOf } from '../../core/index';
import { check } from '../check';
import { command, failed } from '../command';
import { routeFormatters } from '../formatters/route/index';
import { leftOutText } from '../leftOut';
import { formatNamed, usualFormat } from '../readers';
import { as, format } from '../sharedOptions';
import { indexAround } from '../surroundings';

export const route = command({
  name: 'route',
  usage: {
    summary: 'Estimate which agent or skill a request leads to',
    operands: {
      usage: 'request [paths…]',
      min: 1,
      max: Number.POSITIVE_INFINITY,
      takes: 'a request in quotes, then files and folders',
    },
    details:
      'Ranks agents and skills by how well the words of their names and descriptions match a request that a user could make. ' +
      'This is an estimate: in use, a model chooses. Near ties show descriptions that a model may confuse. ' +
      'Searches paths as check does.',
    examples: {
      'route review': 'Rank the agents and skills below the current folder',
      'route review agents --format json': 'Write JSON for other programs',
    },
    exitCodes: { 0: 'when something matches', 1: 'when nothing does', 2: 'on usage or I/O errors' },
  },
  options: { format: format(routeFormatters, 'text'), as },
  run({ operands: [request = '', ...paths], options }, environment) {
    const checked = check({ paths, forced: formatNamed(options.as), otherwise: usualFormat }, environment);
    const drafts = new Map(checked.files.map(({ path, draft }) => [environment.absolute(path), draft]));
    const found = routeOf(indexAround(drafts, environment), request, MOST_MATCHES);
    environment.out(routeFormatters[options.format]({ request, route: found }, environment));
    environment.err(leftOutText(checked.leftOut));
    for (const error of checked.errors) failed(error, environment);
    if (checked.errors.length > 0) return 2;
    return found.matches.length === 0 ? 1 : 0;
  },
});
