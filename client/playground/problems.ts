/** The list of problems: each with its place, the reason of its rule and a button for each fix. */
import type { Checked, ExplainedProblem } from '../../server/playground/messages';
import { button, element } from '../webview/elements';
import { counted, plain, rich } from './sentences';

/** What the buttons in the list do. */
export interface ProblemActions {
  readonly show: (problem: ExplainedProblem) => void;
  readonly fix: (problem: ExplainedProblem, fix: ExplainedProblem['fixes'][number]) => void;
  /** The address of the page of a rule; undefined where there are no pages. */
  readonly pageOf: (rule: string) => string | undefined;
}

const labels = { error: 'Error', warning: 'Warning', information: 'Information', hint: 'Hint' } as const;

/** `2 problems: 1 error, 1 warning`, or that there are none. */
export function summaryOf(problems: Checked['problems']): string {
  if (problems.length === 0) return 'No problems';
  const parts = Object.entries(labels).flatMap(([severity, label]) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    if (count === 0) return [];
    return [severity === 'information' ? `${count} ${label.toLowerCase()}` : counted(count, label.toLowerCase())];
  });
  return `${counted(problems.length, 'problem')}: ${parts.join(', ')}`;
}

/** Whether some problem has a fix that is safe. */
export const hasSafeFix = (problems: Checked['problems']): boolean =>
  problems.some(({ fixes }) => fixes.some(({ safe }) => safe));

export const problemList = (problems: Checked['problems'], actions: ProblemActions): HTMLElement =>
  element('ul', { class: 'problems' }, ...problems.map((problem) => item(problem, actions)));

function item(problem: ExplainedProblem, { show, fix, pageOf }: ProblemActions): HTMLElement {
  const { severity, message, range, rule, title, why, fixes } = problem;
  const page = pageOf(rule);
  const place = `Line ${range.start.line + 1}, column ${range.start.character + 1}`;
  const fixButtons = fixes.map((one) =>
    button('', () => fix(problem, one), { class: one.safe ? 'fix safe' : 'fix', title: plain(one.title) }),
  );
  for (const [i, one] of fixButtons.entries()) {
    const { title: says = '', safe = false } = fixes[i] ?? {};
    one.append(...rich(says), ...(safe ? [element('span', { class: 'tag' }, 'safe')] : []));
  }
  return element(
    'li',
    { class: severity },
    element(
      'p',
      { class: 'message' },
      element('span', { class: `badge ${severity}` }, labels[severity]),
      ' ',
      ...rich(message),
    ),
    fixes.length === 0 ? undefined : element('p', { class: 'fixes' }, ...fixButtons),
    element(
      'details',
      { class: 'about' },
      element('summary', {}, element('code', {}, rule)),
      element('p', {}, element('strong', {}, `${title}. `), ...rich(why)),
      page === undefined ? undefined : element('p', {}, element('a', { href: page }, `Examples of ${rule}`)),
    ),
    button(place, () => show(problem), { class: 'place' }),
  );
}
