/** How a step of `npm test` hands its numbers to the runner: one small JSON file, named by the environment. */
import { writeFileSync } from 'node:fs';

/** Whether the step runs under `npm test`, which prints the totals itself. */
const file = process.env.STEP_RESULTS;

/** The exit code that says "could not run here" rather than "failed". */
export const notRun = 77;

/**
 * @param result `{ passed, failed, skipped: [{ name, reason }], reason }`, each part optional; `reason` says why nothing ran
 */
export function report(result) {
  if (file !== undefined) writeFileSync(file, JSON.stringify(result));
}

/** Ends this process as a step that could not run. */
export function cannotRun(reason) {
  report({ reason });
  console.log(`not run: ${reason}`);
  process.exit(notRun);
}

/** The line by which Mocha inside an extension host tells its numbers; both hosts have a console, only one has files. */
const mark = 'mocha-results ';

/** Prints every line but the marked one, whose numbers become this step's. */
export function mochaPrinter() {
  let numbers;
  return {
    print: (line) => {
      if (line.startsWith(mark)) numbers = JSON.parse(line.slice(mark.length));
      else console.log(line);
    },
    /** Reports, and answers the exit code: a run that told no numbers has failed. */
    finish: (code) => {
      report(numbers ?? { passed: 0, failed: 1 });
      return numbers === undefined ? code || 1 : code;
    },
  };
}
