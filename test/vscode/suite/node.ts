/** Entry in the Node extension host: VS Code calls `run`, and a rejection is a failure. `VSCODE_TEST_GREP` chooses tests. */
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { LineReporter, type Numbers, numbersOf } from './reporter';

export async function run(): Promise<void> {
  const { VSCODE_TEST_RESULTS: file, VSCODE_TEST_GREP: grep } = process.env;
  const mocha = new Mocha({
    ui: 'tdd',
    timeout: 20_000,
    reporter: LineReporter,
    ...(grep === undefined ? {} : { grep }),
  });
  mocha.suite.emit('pre-require', globalThis, 'bundle', mocha);
  await import('./all');
  await import('./tasks.node.test');
  await import('./crash.test');
  const numbers = await new Promise<Numbers>((done) => {
    const runner = mocha.run(() => done(numbersOf(runner)));
  });
  if (file !== undefined) writeFileSync(file, JSON.stringify(numbers));
  if (numbers.failed > 0) throw new Error(`${numbers.failed} failed`);
}
