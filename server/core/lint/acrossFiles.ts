/** Runs the rules about several files for one of them: an agent, or a skill or command. */
import { formatById } from '../hosts/index';
import type { Rule } from '../rules/rule';
import type { AroundFile } from '../workspace/around';
import type { Draft } from './draft';
import type { Failure, LintFinding } from './lintFinding';
import { acrossOfSecond } from './secondReaders';
import { ran, selectionOf } from './selection';

/** What some rules report before comments disable any of it. */
type Reporter = (some: readonly Rule[]) => readonly LintFinding[];

/**
 * The rules about several files, for one of them.
 * @param around What is around the file; undefined while that is not known.
 * @param failures Gets those of rules that throw.
 * @returns undefined where nothing can be said about other files.
 */
export function reporterOf(
  { ties, skill, settings, seconds }: Draft,
  around: AroundFile | undefined,
  failures: Failure[],
): Reporter | undefined {
  if (around?.kind === 'skill')
    return (
      skill &&
      ((some) =>
        ran(selectionOf(settings)(some)(skill.format).acrossSkills, failures, (rule) =>
          rule.acrossSkills(skill, around),
        ))
    );
  if (around === undefined || ties === undefined) return undefined;
  const { card } = ties;
  return (some) => {
    const mains = ran(selectionOf(settings)(some)(card.format).across, failures, (rule) => rule.across(ties, around));
    const more = seconds.flatMap((id) => {
      const format = formatById(id);
      const view = format && around.as(format);
      // A file for this host that hides the one for another is what people have both for.
      if (format === undefined || view?.lastRival()?.format !== card.format) return [];
      const again = selectionOf(settings)(some)(format).across.filter(({ rule }) => rule.perReader === true);
      const found = ran(again, failures, (rule) => rule.across({ ...ties, card: { ...card, format } }, view));
      return acrossOfSecond(format, found, mains);
    });
    return [...mains, ...more];
  };
}
