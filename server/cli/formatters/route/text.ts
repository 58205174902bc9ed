/** Writes a ranking for people: near ties first, then one paragraph for each match. */
import type { RouteMatch } from '../../../core/index';
import type { Environment } from '../../environment';
import { counted, printable } from '../../printable';
import type { RouteFormatter } from './formatter';
import { relativeTo } from './relative';

const NOTE = 'This is an estimate from the words of names and descriptions. In use, a model chooses.';

export const text: RouteFormatter = ({ route: { compared, matches, tied, shared } }, environment) => {
  const all = compared === 1 ? '1 agent or skill' : `${compared} agents and skills`;
  const lines =
    matches.length === 0
      ? [`No word of the request is in the names and descriptions of ${all}.`]
      : [
          ...(tied === 0 ? [] : [tieText(matches.slice(0, tied), shared)]),
          ...matches.flatMap((match, i) => paragraph(match, i + 1, environment)),
          `${counted(matches.length, 'match').replace(/matchs$/, 'matches')} of ${all}. ${NOTE}`,
        ];
  return lines.map((line) => `${printable(line)}\n`).join('');
};

function tieText(tied: readonly RouteMatch[], shared: readonly string[]): string {
  const names = tied.map(({ name }) => `\`${name}\``).join(', ');
  const words = shared.length === 0 ? 'They share no word of the request.' : `They share: ${shared.join(', ')}.`;
  return `Near tie: ${names}. ${words}`;
}

function paragraph(
  { kind, name, path, score, words, description }: RouteMatch,
  rank: number,
  environment: Environment,
) {
  return [
    `${rank}. \`${name}\` (${kind}, ${score} %): ${relativeTo(path, environment)}`,
    `   matches: ${words.join(', ')}`,
    ...(description === '' ? [] : [`   ${description}`]),
  ];
}
