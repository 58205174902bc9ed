/** Entry in the web extension host. Mocha's browser build defines the globals that the tests use. */
import 'mocha/mocha';
import { LineReporter } from './reporter';

export async function run(): Promise<void> {
  mocha.setup({ ui: 'tdd', timeout: 20_000, reporter: LineReporter });
  await import('./all');
  await new Promise<void>((done, failed) => {
    mocha.run((failures) => (failures > 0 ? failed(new Error(`${failures} failed`)) : done()));
  });
}
