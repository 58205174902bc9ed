/** Runs parts: in each round every program once, so that all of them meet the same noise. */
import type { Part, Row, Subject } from './part';
import { median, ratio } from './statistics';

/** What was measured for one row. */
export interface Measured {
  readonly row: Row;
  /** One value a round; empty when a program could not be measured. */
  readonly values: ReadonlyMap<Subject, readonly number[]>;
}

/** A program that could not be measured in a part, and why. */
export interface Failure {
  readonly part: string;
  readonly subject: Subject;
  readonly why: string;
}

export interface Outcome {
  readonly measured: readonly Measured[];
  readonly failures: readonly Failure[];
}

/** @param tell Called before each measurement with what is measured. */
export async function measure(part: Part, tell: (line: string) => void): Promise<Outcome> {
  const failures = new Map<Subject, string>();
  const values = new Map(part.rows.map(({ id }) => [id, new Map<Subject, number[]>()]));
  tell(`${part.name}, ${part.what}`);
  /** One that fails is left out from then on. */
  const each = async (act: (subject: Subject) => Promise<void>): Promise<void> => {
    for (const subject of part.subjects.filter((one) => !failures.has(one))) {
      try {
        await act(subject);
      } catch (error) {
        failures.set(subject, error instanceof Error ? error.message : String(error));
      }
    }
  };
  part.prepare?.();
  await each(async (subject) => part.verify?.(subject));
  for (let round = 1; round <= part.rounds; round++)
    await each(async (subject) => {
      tell(`${part.name}, ${part.what}: round ${round} of ${part.rounds}, ${subject}`);
      for (const [id, value] of Object.entries(await part.measure(subject))) {
        const row = values.get(id);
        row?.set(subject, [...(row.get(subject) ?? []), value]);
      }
    });
  return {
    measured: part.rows.map((row) => ({
      row,
      values: new Map([...(values.get(row.id) ?? [])].filter(([subject]) => !failures.has(subject))),
    })),
    failures: [...failures].map(([subject, why]) => ({ part: `${part.name}, ${part.what}`, subject, why })),
  };
}

/** The median of a program, or undefined when it was not measured. */
export function medianOf({ values }: Measured, subject: Subject): number | undefined {
  const list = values.get(subject) ?? [];
  return list.length === 0 ? undefined : median(list);
}

/** How many times as much as another program ours takes, or undefined when one of both was not measured. */
export const oursTo = ({ values }: Measured, subject: Subject): number | undefined =>
  ratio(values.get('ours') ?? [], values.get(subject) ?? []);
