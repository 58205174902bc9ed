/** Entry of the language server under Node: `--stdio`, `--node-ipc`, `--socket=…` or `--pipe=…`. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from '../lsp/server';

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];
if (
  !process.argv.some((argument) =>
    transports.some((transport) => argument === transport || argument.startsWith(`${transport}=`)),
  )
) {
  console.error('agent-authoring: say how to talk to the server, for example with --stdio.');
  process.exit(2);
}
// The bundle lies in dist/, the documentation beside it.
serve(createConnection(ProposedFeatures.all), {
  docsBase: pathToFileURL(join(__dirname, '..', 'docs', 'rules')).toString(),
});
