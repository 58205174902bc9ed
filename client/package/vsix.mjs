/** Packs the extension as the file that VS Code installs. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { packAgain } from './archive.mjs';
import { filesBelow } from './files.mjs';
import { notices, packagesIn } from './notices.mjs';
import { prepack } from './prepack.mjs';
import { shortenKeys } from './textKeys.mjs';

/**
 * Packs `dist/agent-authoring.vsix` and fails when it would contain files that users do not need. Packs from a copy of the
 * shipped files, because `vsce` compares every file of its folder with dozens of patterns.
 */
export async function pack() {
  const bundles = await prepack();
  const copy = join('dist', 'package');
  rmSync(copy, { recursive: true, force: true });
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  // The MCP server, the programmatic interface and the single pages are for those who install the package of npm.
  const forNpm = /^dist\/(?:mcp\.js|api\.js|api\.d\.ts)$|^docs\/.*(?<!\.json)$/;
  const files = [...manifest.files.filter((path) => !forNpm.test(path)), 'dist/pages.json'];
  for (const path of files) cpSync(path, join(copy, path), { recursive: true });
  // Only those who build the package need these two.
  const { devDependencies, scripts, ...shownManifest } = manifest;
  writeFileSync(join(copy, 'package.json'), JSON.stringify({ ...shownManifest, files }));
  writeFileSync(join(copy, 'dist', 'NOTICES.txt'), notices(packagesIn(bundles.filter((one) => isPacked(one, copy)))));
  for (const file of filesBelow(copy, '.json').filter((one) => one !== join(copy, 'package.json')))
    writeFileSync(file, JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))));
  shortenKeys(copy);
  // The page of the extension is for people who have it installed. Of images, VS Code shows there only those with an https address.
  cpSync(join('client', 'gallery.md'), join(copy, 'README.md'));
  const wanted =
    /^(package(?:\.nls(?:\.zh-cn)?)?\.json|README\.md|CHANGELOG\.md|LICENSE|client\/(icon\.png|agents\.svg|walkthrough\/\w+(?:\.png|(?:\.nls\.zh-cn)?\.md)|l10n\/bundle\.l10n\.zh-cn\.json)|dist\/(yaml|toml|core|lsp|client|server|languageServer|client\.web|server\.web|cli|commandLine)\.js|dist\/package\.json|dist\/webview\/(toolMatrix\.js|delegationGraph\.js|page\.css)|dist\/(?:NOTICES\.txt|pages\.json)|docs\/configuration\.schema\.json|(snippets|syntaxes)\/[\w.-]+\.json)$/;
  const listed = filesBelow(copy, '').map((path) => relative(copy, path).replaceAll('\\', '/'));
  const strays = listed.filter((path) => !wanted.test(path));
  if (strays.length > 0) throw new Error(`These files do not belong in the package:\n${strays.join('\n')}`);
  const packagePath = join('dist', 'agent-authoring.vsix');
  callVsce(copy, [
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    resolve(packagePath),
  ]);
  await packAgain(packagePath, (path) => path === 'extension/dist/cli.js');
  console.log(`${packagePath}: ${listed.length} files, ${Math.ceil(statSync(packagePath).size / 1024)} KB`);
}

/** Whether some file of a bundle is in this folder. */
const isPacked = ({ metafile }, folder) => Object.keys(metafile.outputs).some((path) => existsSync(join(folder, path)));

/** The packer lists every file. Only its warnings, or the reason why it failed, are of interest. */
function callVsce(cwd, args) {
  const program = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'package', ...args], {
    cwd,
    encoding: 'utf8',
  });
  const lines = `${stdout}${stderr}`.split('\n');
  const shown = status === 0 ? lines.filter((line) => /WARNING|ERROR/.test(line)) : lines;
  if (shown.length > 0) console.error(shown.join('\n'));
  if (status !== 0) process.exit(status ?? 1);
}
