/** Installs the npm package into an empty project and uses everything that it offers: programs, protocols and interface. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

const require = createRequire(import.meta.url);
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = require('vscode-jsonrpc/node');

const AGENT = '.claude/agents/reviewer.md';
const TEXT =
  '---\nname: reviewer\ndescription: Reviews changes of the service.\ntools: Read, LS\n---\nReview the change.\n';

/**
 * Runs a program and returns what it wrote.
 * @param code the exit code that it must have
 */
function run(command, args, cwd, code = 0) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 120_000 });
  if (error) throw error;
  assert.equal(status, code, `${command} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

/** A project with the package and one agent. Nothing is fetched: the package has no dependencies. */
export function installInto(folder, tarball) {
  mkdirSync(join(folder, '.claude/agents'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  writeFileSync(join(folder, AGENT), TEXT);
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', resolve(tarball)], folder);
  return join(folder, 'node_modules/.bin/agent-authoring');
}

/** What each use of the package must show, by name. */
export const uses = {
  'the version': ({ folder, program, version }) => {
    assert.equal(run(program, ['--version'], folder).trim(), version);
  },
  'check, with the page of a rule': ({ folder, program }) => {
    const [file] = JSON.parse(run(program, ['check', '--format', 'json'], folder)).files;
    assert.deepEqual(
      file.findings.map(({ rule }) => rule),
      ['tool-removed'],
    );
    run(program, ['check', '--fail-on', 'warning'], folder, 1);
    run(program, ['check', 'nowhere'], folder, 2);
    assert.match(run(program, ['rules', 'tool-removed'], folder), /tool-removed/);
    assert.ok(existsSync(join(folder, 'node_modules/agent-authoring/docs/rules/tool-removed.md')));
  },
  'lsp, from the first message to the end': async ({ folder, program }) => {
    const server = spawn(program, ['lsp', '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = new Promise((done) => server.once('exit', done));
    const connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const diagnostics = new Promise((done) => {
      connection.onNotification('textDocument/publishDiagnostics', (params) => {
        if (params.diagnostics.length > 0) done(params.diagnostics);
      });
    });
    connection.listen();
    const rootUri = pathToFileURL(folder).href;
    const { capabilities } = await connection.sendRequest('initialize', { processId: null, rootUri, capabilities: {} });
    assert.equal(capabilities.hoverProvider, true);
    await connection.sendNotification('initialized', {});
    const textDocument = {
      uri: pathToFileURL(join(folder, AGENT)).href,
      languageId: 'markdown',
      version: 1,
      text: TEXT,
    };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    assert.deepEqual(
      (await diagnostics).map(({ code }) => code),
      ['tool-removed'],
    );
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.equal(await ended, 0);
  },
  'mcp, with a client of the official SDK': async ({ folder, program, version }) => {
    const client = new Client({ name: 'release-check', version: '1.0.0' });
    await client.connect(new StdioClientTransport({ command: program, args: ['mcp'], cwd: folder }));
    try {
      assert.equal(client.getServerVersion()?.version, version);
      const { tools } = await client.listTools();
      assert.ok(tools.some(({ name }) => name === 'check_agent'));
      const { content } = await client.callTool({ name: 'check_agent', arguments: {} });
      assert.match(content[0].text, /tool-removed/);
    } finally {
      await client.close();
    }
  },
  'the interface, from modules of both kinds': ({ folder }) => {
    const call = `console.log(check(${JSON.stringify(TEXT)}, { path: '${AGENT}' }).map(({ rule }) => rule).join());\n`;
    writeFileSync(join(folder, 'x.mjs'), `import { check } from 'agent-authoring';\n${call}`);
    writeFileSync(join(folder, 'x.cjs'), `const { check } = require('agent-authoring');\n${call}`);
    for (const file of ['x.mjs', 'x.cjs']) assert.equal(run(process.execPath, [file], folder), 'tool-removed\n');
  },
  'the types of the interface': ({ folder }) => {
    const typescript = resolve('node_modules/typescript/bin/tsc');
    const right =
      "import { check, type Problem } from 'agent-authoring';\nexport const all: readonly Problem[] = check('', { path: 'a.md' });\n";
    const options = ['--noEmit', '--strict', '--types', '', '--lib', 'es2022', '--skipLibCheck', 'false'];
    for (const [module, resolution] of [
      ['nodenext', 'nodenext'],
      ['esnext', 'bundler'],
    ]) {
      const args = [typescript, ...options, '--module', module, '--moduleResolution', resolution];
      writeFileSync(join(folder, 'right.mts'), right);
      writeFileSync(join(folder, 'wrong.mts'), right.replace("'a.md'", '7'));
      run(process.execPath, [...args, 'right.mts'], folder);
      const { status, stdout } = spawnSync(process.execPath, [...args, 'wrong.mts'], { cwd: folder, encoding: 'utf8' });
      assert.notEqual(status, 0);
      assert.match(stdout, /wrong\.mts.*number/);
    }
  },
};
