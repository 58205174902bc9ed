/** What several rules ask about one file, found out when the first of them asks and only once. */

import { type Report, reportOf } from '../completionReport/template';
import type { HostReading } from '../hosts/claudeCode/read';
import type { Format } from '../hosts/host';
import { loadVerdict, readAsHost } from '../hosts/index';
import type { LoadVerdict } from '../hosts/verdict';
import { type Pairing, pairFences } from '../prose/fencePairs';
import { type ProseLine, proseLinesOf } from '../prose/lines';
import { type Sentence, sentencesOf } from '../prose/sentences';
import type { AgentFile } from '../syntax/tree';
import { type ToolList, toolLists } from './toolLists';

export interface Facts {
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
export function factsOf(file: AgentFile, format: Format, path: string | undefined): Facts {
  const reading = lazy(() => readAsHost(file, format));
  const proseLines = lazy(() => proseLinesOf(file));
  return {
    reading,
    verdict: lazy(() => loadVerdict(file, format, path, reading())),
    report: lazy(() => reportOf(file)),
    proseLines,
    sentences: lazy(() => sentencesOf(file, proseLines())),
    fences: lazy(() => pairFences(file)),
    toolLists: lazy(() => toolLists(file, format)),
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
