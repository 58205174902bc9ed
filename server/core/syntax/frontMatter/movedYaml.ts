/** What was read of a piece of YAML, and how it moves to where the same text is now, which takes less than reading it again. */
import { moved } from '../../text/span';
import type { Entry, Problem, SequenceItem, Value } from '../tree';

/** What a piece of YAML contains. `problems` is empty exactly when the piece is valid YAML and a map (or nothing at all). */
export interface Yaml {
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  /** Aliases whose anchor is not before them; in a piece of frontmatter the anchor may be in another piece. */
  readonly dangling: readonly Problem[];
}

/** The same with all spans `by` characters further on. Its recursion is as deep as the YAML, which the guard bounds. */
export function movedYaml(yaml: Yaml, by: number): Yaml {
  if (by === 0) return yaml;
  return {
    entries: yaml.entries.map((entry) => movedEntry(entry, by)),
    problems: yaml.problems.map((problem) => movedProblem(problem, by)),
    dangling: yaml.dangling.map((problem) => movedProblem(problem, by)),
  };
}

const movedProblem = ({ code, span, detail }: Problem, by: number): Problem => ({
  code,
  span: moved(span, by),
  detail,
});

const movedEntry = ({ key, keySpan, value, span }: Entry, by: number): Entry => ({
  key,
  keySpan: moved(keySpan, by),
  value: movedValue(value, by),
  span: moved(span, by),
});

/** The value with all spans `by` characters further on. */
export function movedValue(value: Value, by: number): Value {
  const span = moved(value.span, by);
  switch (value.kind) {
    case 'scalar':
      // Of a plain value both are the same.
      return { ...value, span, inner: value.inner === value.span ? span : moved(value.inner, by) };
    case 'sequence':
      return { ...value, span, items: value.items.map((item) => movedItem(item, by)) };
    case 'mapping':
      return { ...value, span, entries: value.entries.map((entry) => movedEntry(entry, by)) };
    default:
      return { ...value, span };
  }
}

const movedItem = (item: SequenceItem, by: number): SequenceItem => ({
  value: movedValue(item.value, by),
  span: moved(item.span, by),
});
