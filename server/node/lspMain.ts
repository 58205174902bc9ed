/** Entry of the language server under Node: `--stdio`, `--node-ipc`, `--socket=…` or `--pipe=…`. */
import { run } from './bundles';

run({ entry: 'languageServer.js', purpose: 'server', keeps: true });
