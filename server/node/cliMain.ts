/** Entry of the command line under Node. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import packageJson from '../../package.json';
import { main } from '../cli/main';
import { kindOf, list, readText } from './files';
import { readStdin } from './stdin';

const argv = process.argv.slice(2);
// A reader such as `head` that has seen enough is no failure of ours.
process.stdout.on('error', () => process.exit(0));

if (argv[0] === 'lsp') {
  // The server is a bundle of its own beside this one, so that `check` need not load it.
  require(join(__dirname, 'server.js'));
} else {
  process.exitCode = main(
    argv,
    {
      list,
      kindOf,
      read: readText,
      stdin: readStdin,
      home: homedir(),
      out: (text) => void process.stdout.write(text),
      err: (text) => void process.stderr.write(text),
      colour: showsColour(),
    },
    packageJson.version,
  );
}

/** https://no-color.org: any non-empty NO_COLOR switches colours off; so does a pipe. */
function showsColour(): boolean {
  const { NO_COLOR: off } = process.env;
  return process.stdout.isTTY && (off === undefined || off === '');
}
