/** Passes the numbers of a step to `npm test`: a small JSON file, named by an environment variable. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';

/** Whether the step runs under `npm test`, which prints the totals itself. */
const file = process.env.STEP_RESULTS;

/** The exit code for "cannot run here", as opposed to "failed". */
export const notRun = 77;

/**
 * @param result `{ passed, failed, skipped: [{ name, reason }], reason }`, all optional; `reason` says why nothing ran
 */
export function report(result) {
  if (file !== undefined) writeFileSync(file, JSON.stringify(result));
}

/** Ends this process as a step that cannot run here. */
export function cannotRun(reason) {
  report({ reason });
  console.log(`not run: ${reason}`);
  process.exit(notRun);
}

/**
 * Tests of a page, one after the other.
 * @param problems What the page reports besides; none may be there after a test.
 * @returns `test(title, act)`, and `counts` with how many have passed and the title of the last one
 */
export function tests(problems) {
  const counts = { passed: 0, step: '' };
  const test = async (title, act) => {
    counts.step = title;
    await act();
    assert.deepEqual(problems, []);
    counts.passed++;
    console.log(`    ✔ ${title}`);
  };
  return { test, counts };
}

/** The line in which Mocha reports its numbers from an extension host: both hosts have a console, only one has files. */
const mark = 'mocha-results ';

/** Prints every line except the marked one, whose numbers are the result of this step. */
export function mochaPrinter() {
  let numbers;
  return {
    print: (line) => {
      if (line.startsWith(mark)) numbers = JSON.parse(line.slice(mark.length));
      else console.log(line);
    },
    /** Reports the numbers and returns the exit code. A run without numbers has failed. */
    finish: (code) => {
      report(numbers ?? { passed: 0, failed: 1 });
      return numbers === undefined ? code || 1 : code;
    },
  };
}
