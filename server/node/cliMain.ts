/** Entry of the command line under Node. */
import { run } from './bundles';

const [, , command, ...options] = process.argv;
const isHelp = options.some((option) => option === '--help' || option === '-h');
const isServer = command === 'lsp' && options.length > 0 && !isHelp;
const isUsual = (command === 'check' || command === 'fix') && !isHelp;

run({
  entry: 'commandLine.js',
  purpose: isServer ? 'server' : 'command',
  // With 1, a file has problems. A server that was not told to shut down may have answered nothing.
  usualEnds: isServer ? [0] : isUsual ? [0, 1] : [],
});
