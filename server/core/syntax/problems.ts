/** Picks the syntax problems that a rule reports. */
import type { AgentFile, Problem, ProblemCode } from './tree';

/** The problems of the file that have one of `codes`, in file order. */
export const problemsOf = (file: AgentFile, ...codes: readonly ProblemCode[]): readonly Problem[] =>
  file.problems.filter((problem) => codes.includes(problem.code));
