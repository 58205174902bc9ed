/** Entry of the language server under Node: `--stdio`, `--node-ipc`, `--socket=…` or `--pipe=…`. */
import { run } from './bundles';

// One that was not told to shut down may have answered nothing.
run({ entry: 'languageServer.js', purpose: 'server', usualEnds: [0] });
