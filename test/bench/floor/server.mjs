/**
 * The floor of a language server: what any server in Node must do. It reads frames, applies edits to one string, publishes one
 * diagnostic after each change, and answers requests with nothing. Its speed is the limit for `npm run bench`.
 */
const texts = new Map();
let pending = Buffer.alloc(0);

function send(message) {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  process.stdout.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

function offsetAt(text, { line, character }) {
  let start = 0;
  for (let i = 0; i < line; i++) start = text.indexOf('\n', start) + 1;
  return start + character;
}

function publish({ uri, version }) {
  const position = { line: 0, character: 0 };
  const diagnostics = [{ range: { start: position, end: position }, message: `${texts.get(uri).length}` }];
  send({ method: 'textDocument/publishDiagnostics', params: { uri, version, diagnostics } });
}

function edit({ textDocument, contentChanges }) {
  let text = texts.get(textDocument.uri);
  for (const { range, text: by } of contentChanges)
    text = text.slice(0, offsetAt(text, range.start)) + by + text.slice(offsetAt(text, range.end));
  texts.set(textDocument.uri, text);
  publish(textDocument);
}

function receive({ id, method, params }) {
  if (method === 'initialize') send({ id, result: { capabilities: { textDocumentSync: 2 } } });
  else if (method === 'textDocument/didOpen') {
    texts.set(params.textDocument.uri, params.textDocument.text);
    publish(params.textDocument);
  } else if (method === 'textDocument/didChange') edit(params);
  else if (method === 'exit') process.exit(0);
  else if (id !== undefined) send({ id, result: [] });
}

process.stdin.on('end', () => process.exit(0));
process.stdin.on('data', (chunk) => {
  pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
  for (;;) {
    const end = pending.indexOf('\r\n\r\n');
    const length = end < 0 ? 0 : Number(/Content-Length: (\d+)/i.exec(pending.toString('latin1', 0, end))[1]);
    if (end < 0 || pending.length < end + 4 + length) return;
    const body = pending.toString('utf8', end + 4, end + 4 + length);
    pending = pending.subarray(end + 4 + length);
    receive(JSON.parse(body));
  }
});
