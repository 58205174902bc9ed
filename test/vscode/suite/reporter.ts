/** A Mocha reporter for extension hosts, which have neither a terminal nor a page. */

export interface Numbers {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

/** One line per test, and at the end one line of numbers for the process that started the editor. */
export class LineReporter implements Mocha.reporters.Base {
  readonly stats: Mocha.Stats;
  readonly failures: Mocha.Test[] = [];

  constructor(readonly runner: Mocha.Runner) {
    this.stats = runner.stats ?? { suites: 0, tests: 0, passes: 0, pending: 0, failures: 0 };
    runner.on('suite', (suite) => {
      if (suite.title !== '') console.log(`  ${suite.title}`);
    });
    runner.on('pass', (test) => console.log(`    ✔ ${test.title} (${test.duration} ms)`));
    runner.on('pending', (test) => console.log(`    - ${test.title} (not run)`));
    runner.on('fail', (test, error) => console.log(`    ✘ ${test.fullTitle()}\n${error.stack ?? error.message}`));
    runner.on('end', () => console.log(`mocha-results ${JSON.stringify(numbersOf(runner))}`));
  }

  /** Mocha's own reporters print a summary here; the line of numbers replaces it. */
  epilogue(): void {}
}

export function numbersOf(runner: Mocha.Runner): Numbers {
  const skipped: { name: string; reason: string }[] = [];
  runner.suite.eachTest((test) => {
    if (test.isPending()) skipped.push({ name: test.fullTitle(), reason: 'left out by the suite' });
  });
  return { passed: runner.stats?.passes ?? 0, failed: runner.stats?.failures ?? 0, skipped };
}
