/** What rules about broken YAML share: one finding per fault, with the effect on the host and a repair. */

import type { Agent } from '../agent/agent';
import { endsInCarriageReturn } from '../repair/candidates';
import { type Fault, type FaultKind, faultsOf } from '../repair/faults';
import { isSavedBy, repairOf } from '../repair/repair';
import type { Finding } from './finding';

/** The largest number of faults that get a repair at once; each repair is tried out, which takes time. */
const MAX_REPAIRS = 4;

export interface FaultWords {
  /** What is wrong, as a sentence without a full stop. */
  readonly what: string;
  /** What to write, as a sentence. */
  readonly instead: string;
}

/** A finding for each fault of `kind`. */
export function* faultFindings(
  agent: Agent,
  kind: FaultKind,
  words: FaultWords | ((fault: Fault) => FaultWords),
): Iterable<Finding> {
  const faults = faultsOf(agent);
  if (!faults.some((fault) => fault.kind === kind)) return;
  const isSaved = isSavedBy(agent.reading());
  for (const [i, fault] of faults.entries()) {
    if (fault.kind !== kind) continue;
    const { what, instead } = typeof words === 'function' ? words(fault) : words;
    const fix = i < MAX_REPAIRS ? repairOf(agent, fault) : undefined;
    yield {
      span: fault.span,
      severity: isSaved ? 'warning' : agent.format.on.noFrontMatter.severity,
      message: `${what}. ${effectOf(agent, fault)} ${instead}`,
      ...(fix === undefined ? {} : { fixes: [fix] }),
    };
  }
}

function effectOf({ file, format, reading }: Agent, fault: Fault): string {
  const { host, on } = format;
  if (isSavedBy(reading())) return `${host.name} repairs the frontmatter, but other hosts reject it.`;
  const isForCr = fault.piece !== undefined && endsInCarriageReturn(file.source.text, fault.piece);
  const why =
    isForCr && format.repairsYaml === true && REPAIRABLE.includes(fault.kind)
      ? ' (it repairs such values only with LF line endings)'
      : '';
  return `${host.name} cannot read the frontmatter, so it ${on.noFrontMatter.says}${why}.`;
}

/** What the host's repair would save if the lines ended in LF. */
const REPAIRABLE: readonly FaultKind[] = ['colon', 'indicator'];
