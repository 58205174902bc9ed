/** Recorded runs of hosts: where they are, and what every comparison of verdicts with them needs. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Format } from '../../server/core/hosts/host';
import { detect } from '../../server/core/workspace/detect';

/** What the record of every host says about a run. */
export interface Run {
  readonly id: string;
  /** The file from the folder of the project on, or after `~/` from that of the user on. */
  readonly file: string;
  readonly loaded: boolean;
  readonly name: string | null;
}

/** Why some runs are no measure for the file alone, by the id of the run. */
export type Reasons = Readonly<Record<string, string>>;

/** The runs in a record, named without its ending; none where the record is not there. */
function runsIn<Case extends Run>(record: string): readonly Case[] {
  const path = join('..', 'shared', 'facts', 'hosts', `${record}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as readonly Case[]) : [];
}

/**
 * One group of tests about the runs in a record. Without the record it has one skipped test.
 * @param exceptions The runs that the tests treat in another way: each must be in the record.
 * @param define Defines the tests of the runs.
 */
export function describeRuns<Case extends Run>(
  title: string,
  record: string,
  exceptions: Reasons,
  define: (runs: readonly Case[]) => void,
): void {
  describe(title, () => {
    const runs = runsIn<Case>(record);
    if (runs.length === 0) {
      it('agree with the recorded runs', { skip: `the record ${record} is not here` }, () => undefined);
      return;
    }
    it('have a reason only for recorded runs', () => {
      const ids = new Set(runs.map(({ id }) => id));
      assert.deepEqual(
        Object.keys(exceptions).filter((id) => !ids.has(id)),
        [],
      );
    });
    define(runs);
  });
}

/** The path of the file of a run. */
export const pathOf = ({ file }: Run): string => `/w/${file.replace('~/', 'home/')}`;

/** Whether the format reads the file of a run. Fails where it does not although the host loaded the file. */
export function isRecognized(run: Run, format: Format): boolean {
  const isRead = detect(pathOf(run)).some(({ id }) => id === format.id);
  if (!isRead) assert.equal(run.loaded, false, 'the program loads a file that is not recognized');
  return isRead;
}

/** Records cut long texts; what is missing is more of the same words, and the end of the frontmatter where that is cut too. */
export const whole = (text: string): string =>
  isCut(text) && !/\n---\n/.test(text.slice(4)) ? `${text}\n---\nHi\n` : text;

/** Whether the record has only the beginning of a text. */
export const isCut = (text: string): boolean => /\u2026 \[\d+ characters\]$/.test(text);
