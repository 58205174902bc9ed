/** Answers the questions of the playground from the programmatic interface and the core. */
import { check, explain, fix } from '../api/index';
import { readersOf } from '../api/readers';
import {
  byOutcome,
  changeBetween,
  conversionTargets,
  convert,
  hosts,
  indexOf,
  rules,
  sourceOf,
  textEditOf,
  whatHostSeesInParts,
} from '../core/index';
import type { Checked, Program, Question, QuestionName, Questions, Reader, Subject } from './messages';

/** UTF-16 units of one text of the file that are shown. */
const MOST_TEXT = 20_000;

const noOtherFiles = indexOf([]);

type Answers = { readonly [Name in QuestionName]: (given: Questions[Name]['given']) => Questions[Name]['answer'] };

const answers: Answers = {
  programs: () => programs,
  check: checked,
  fix: (subject) => {
    const { text } = subject;
    const fixed = fix(text, subject);
    const { start, beforeEnd, afterEnd } = changeBetween(text, fixed);
    const edit = { span: { start, end: beforeEnd }, newText: fixed.slice(start, afterEnd) };
    return fixed === text ? null : textEditOf(sourceOf(text), edit);
  },
  convert: ({ to, ...subject }) => {
    const target = Object.hasOwn(conversionTargets, to) ? conversionTargets[to] : undefined;
    const [agent] = readersOf(subject.text, subject.path, subject.format);
    if (target === undefined || agent === undefined) return { refused: 'There is no agent to convert.' };
    const result = convert(agent, target);
    return 'refused' in result
      ? result
      : {
          ...result,
          program: target.host.name,
          format: target.id,
          changes: result.changes.toSorted(byOutcome),
        };
  },
};

/** @throws RangeError for a format that does not exist. */
export const answerTo = <Name extends QuestionName>({ name, given }: Question<Name>): Questions[Name]['answer'] =>
  answers[name](given);

const programs: readonly Program[] = hosts.map(({ id, name, formats }) => ({
  id,
  name,
  formats: formats.map((format) => ({ id: format.id, title: format.title })),
  isTarget: Object.hasOwn(conversionTargets, id),
}));

function checked(subject: Subject): Checked {
  const { text } = subject;
  const readers = readersOf(text, subject.path, subject.format);
  const [agent] = readers;
  const [explanation] = explain(text, subject);
  const { parts, others } = whatHostSeesInParts(readers, noOtherFiles, MOST_TEXT);
  if (agent === undefined || explanation === undefined) return { reader: null, problems: [], seen: [], others: [] };
  const { format } = agent;
  const reader: Reader = {
    program: format.host.name,
    id: format.host.id,
    version: format.host.version,
    title: format.title,
    notation: format.notation ?? 'markdown',
    verdict: explanation.verdict,
    line: parts[0]?.lines[0] ?? '',
  };
  const problems = check(text, subject).map((problem) => {
    const rule = rules.find(({ id }) => id === problem.rule);
    return { ...problem, title: rule?.title ?? problem.rule, why: rule?.why ?? '' };
  });
  return { reader, problems, seen: parts, others };
}
