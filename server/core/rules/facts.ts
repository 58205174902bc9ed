/** What several rules ask about one file, found out when the first of them asks and only once. */
import type { Dialect } from '../dialects/dialect';
import type { HostReading } from '../hosts/claudeCode';
import { loadVerdict, readAsHost } from '../hosts/index';
import type { LoadVerdict } from '../hosts/verdict';
import { type Report, reportOf } from '../report/template';
import type { AgentFile, Entry } from '../syntax/tree';
import { type Pairing, pairFences } from './fenceLines';
import { fieldsBesidesSpills } from './pieces';
import { type ProseLine, proseLinesOf } from './proseLines';
import { type Sentence, sentencesOf } from './sentences';
import { type ToolList, toolLists } from './toolItems';

export interface Facts {
  /** The fields of the frontmatter in file order, without lines of a broken text that only look like fields. */
  readonly fields: () => readonly Entry[];
  /** What the host makes of the header; undefined for a host whose reading nobody has studied. */
  readonly reading: () => HostReading | undefined;
  /** What becomes of the file; undefined when nobody knows. */
  readonly verdict: () => LoadVerdict | undefined;
  /** The template of the completion report; undefined when there is none. */
  readonly report: () => Report | undefined;
  /** The lines of the body in which a person speaks, in file order. */
  readonly proseLines: () => readonly ProseLine[];
  /** The sentences of the body, in file order. */
  readonly sentences: () => readonly Sentence[];
  /** The fence lines of the body, paired as a person would. */
  readonly fences: () => Pairing;
  /** The tool lists of the header, in file order. */
  readonly toolLists: () => readonly ToolList[];
}

/** The facts of one file, for the rules of one lint. */
export function factsOf(file: AgentFile, dialect: Dialect, path: string | undefined): Facts {
  const reading = lazy(() => readAsHost(file, dialect));
  const proseLines = lazy(() => proseLinesOf(file));
  return {
    fields: lazy(() => fieldsBesidesSpills(file, dialect)),
    reading,
    verdict: lazy(() => loadVerdict(file, dialect, path, reading())),
    report: lazy(() => reportOf(file)),
    proseLines,
    sentences: lazy(() => sentencesOf(file, proseLines())),
    fences: lazy(() => pairFences(file)),
    toolLists: lazy(() => toolLists(file, dialect)),
  };
}

/** Computes on the first call and remembers; what throws is tried again. */
function lazy<T>(compute: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: compute() };
    return made.value;
  };
}
