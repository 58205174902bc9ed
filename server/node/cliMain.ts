/** Entry of the command line under Node. */
import { run } from './bundles';

const [, , command = ''] = process.argv;
const isServer = command === 'lsp' && process.argv.length > 3;

run({
  entry: 'commandLine.js',
  purpose: isServer ? 'server' : 'command',
  keeps: isServer || command === 'check' || command === 'fix',
});
