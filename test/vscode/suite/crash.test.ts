/** What happens when the server ends: the document that it was working on is left out. Under Node only, where it is a process. */
import * as vscode from 'vscode';
import * as assert from './assert';
import { activated, faults, leave, openAgent, until } from './editor';

/** What the tests need of a client that is connected to a process. */
interface NodeClient {
  readonly isRunning: () => boolean;
  readonly sendRequest: (method: string, params: object) => Promise<unknown>;
  readonly _serverProcess: { readonly pid: number };
}

const isNodeClient = (client: object | undefined): client is NodeClient =>
  client !== undefined && '_serverProcess' in client && 'sendRequest' in client && 'isRunning' in client;

async function running(): Promise<NodeClient> {
  const api = await activated();
  const client = api.client();
  assert.ok(isNodeClient(client), 'a client with a process');
  return client;
}

suite('crash', () => {
  teardown(leave);

  test('the document that ends the server is left out until it is changed', async () => {
    const editor = await openAgent();
    const { document } = editor;
    await until('a diagnostic', () => faults(document)[0]);
    const client = await running();
    const { pid } = client._serverProcess;
    // Stopped, it leaves the request unanswered, as a server that does not come to an end with it.
    process.kill(pid, 'SIGSTOP');
    const textDocument = { uri: document.uri.toString() };
    const unanswered = client.sendRequest('textDocument/foldingRange', { textDocument }).then(
      () => 'answered',
      () => 'lost',
    );
    await new Promise((resolve) => setTimeout(resolve, 0));
    process.kill(pid, 'SIGKILL');
    assert.equal(await unanswered, 'lost');
    await until('a new server', () => (client.isRunning() && client._serverProcess.pid !== pid ? true : undefined));
    await until('no diagnostics', () => (faults(document).length === 0 ? true : undefined));
    assert.equal(JSON.stringify(await client.sendRequest('textDocument/foldingRange', { textDocument })), '[]');

    await editor.edit((edit) => edit.insert(new vscode.Position(document.lineCount, 0), '\n'));
    await until('a diagnostic again', () => faults(document)[0]);
    const folding = await client.sendRequest('textDocument/foldingRange', { textDocument });
    assert.ok(JSON.stringify(folding) !== '[]');
  });
});
