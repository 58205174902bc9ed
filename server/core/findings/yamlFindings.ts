/** Makes the findings of the rules about broken YAML: one per fault, with what the host does and a repair. */

import type { Agent } from '../agent/agent';
import { endsInCarriageReturn } from '../repair/candidates';
import { type Fault, type FaultKind, faultsOf } from '../repair/faults';
import { isRefusedForYaml, isSavedBy, repairOf } from '../repair/repair';
import type { Finding } from './finding';
import { lossSeverity } from './loss';

/** The largest number of faults that get a repair at once; each repair is tried out, which takes time. */
const MAX_REPAIRS = 4;

/**
 * A finding for each fault of `kind`.
 * @param advice What to do and why, as a whole sentence. What the host does is added to it.
 */
export function* faultFindings(
  agent: Agent,
  kind: FaultKind,
  advice: string | ((fault: Fault) => string),
): Iterable<Finding> {
  const faults = faultsOf(agent);
  if (!faults.some((fault) => fault.kind === kind)) return;
  const isSaved = isAccepted(agent);
  for (const [i, fault] of faults.entries()) {
    if (fault.kind !== kind) continue;
    const fix = i < MAX_REPAIRS ? repairOf(agent, fault) : undefined;
    yield {
      span: fault.span,
      severity: isSaved ? 'warning' : lossSeverity(agent),
      message: `${typeof advice === 'function' ? advice(fault) : advice} ${effectOf(agent, fault)}`,
      ...(fix === undefined ? {} : { fixes: [fix] }),
      ...(fault.piece === undefined ? {} : { broken: fault.piece.span }),
    };
  }
}

/** Whether the host reads the fields nevertheless: it repairs the YAML, or its own reader is not so strict. */
const isAccepted = (agent: Agent): boolean => {
  const reading = agent.reading();
  const isRead = isSavedBy(reading) || (agent.format.repairsYaml !== true && reading.kind === 'read');
  return isRead && !isRefusedForYaml(agent);
};

function effectOf(agent: Agent, fault: Fault): string {
  const { file, format } = agent;
  const { host, on } = format;
  if (isAccepted(agent)) {
    const how = isSavedBy(agent.reading()) ? (format.readsBroken ?? 'repairs this') : 'accepts this';
    return `${host.name} ${how}; other tools reject the file.`;
  }
  const isOnlyForCr = fault.piece !== undefined && endsInCarriageReturn(file.source.text, fault.piece);
  const why =
    isOnlyForCr && format.repairsYaml === true && REPAIRABLE.includes(fault.kind)
      ? ' It repairs such values only with LF line endings.'
      : '';
  return `${host.name} ${on.noFrontMatter.says}.${why}`;
}

/** The kinds of faults that the host would repair if the lines ended in LF. */
const REPAIRABLE: readonly FaultKind[] = ['colon', 'indicator'];
