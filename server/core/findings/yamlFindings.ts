/** What the rules about broken YAML have in common: one finding a fault, with what the host does about it and a repair. */

import type { HostReading } from '../hosts/claudeCode/read';
import type { Format } from '../hosts/host';
import { endsInCarriageReturn } from '../repair/candidates';
import { type Fault, type FaultKind, faultsOf } from '../repair/faults';
import { isSavedBy, repairOf } from '../repair/repair';
import type { Context } from '../rules/rule';
import type { AgentFile } from '../syntax/tree';
import type { Finding } from './finding';

/** Faults of one file that get a repair; each is tried out, and the others have their turn when these are gone. */
const MAX_REPAIRS = 4;

export interface FaultWords {
  /** What is wrong, as a sentence without a full stop. */
  readonly what: string;
  /** What to write, as a sentence. */
  readonly instead: string;
}

/** A finding for each fault of `kind`. */
export function* faultFindings(
  file: AgentFile,
  { format, facts }: Context,
  kind: FaultKind,
  words: FaultWords | ((fault: Fault) => FaultWords),
): Iterable<Finding> {
  const faults = faultsOf(file, format);
  if (!faults.some((fault) => fault.kind === kind)) return;
  const reading = facts.reading();
  const isSaved = isSavedBy(reading);
  for (const [i, fault] of faults.entries()) {
    if (fault.kind !== kind) continue;
    const { what, instead } = typeof words === 'function' ? words(fault) : words;
    const fix = i < MAX_REPAIRS ? repairOf(file, fault, reading, format) : undefined;
    yield {
      span: fault.span,
      severity: isSaved ? 'warning' : format.lostFrontMatter.severity,
      message: `${what}. ${effectOf(file, fault, reading, format)} ${instead}`,
      ...(fix === undefined ? {} : { fixes: [fix] }),
    };
  }
}

function effectOf(
  file: AgentFile,
  fault: Fault,
  reading: HostReading | undefined,
  { host, lostFrontMatter }: Format,
): string {
  if (isSavedBy(reading)) return `${host} repairs the header and reads it, other readers do not.`;
  if (reading === undefined) return 'The header as a whole cannot be read.';
  const isForCr = fault.piece !== undefined && endsInCarriageReturn(file.source.text, fault.piece);
  const why =
    isForCr && REPAIRABLE.includes(fault.kind) ? '; its repair of such values works on LF line ends only' : '';
  return `${host} cannot read the header, so it ${lostFrontMatter.effect}${why}.`;
}

/** What the host's repair would save if the lines ended in LF. */
const REPAIRABLE: readonly FaultKind[] = ['colon', 'indicator'];
