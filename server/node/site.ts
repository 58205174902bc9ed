/** Entry of `npm run site`: writes the pages of the documentation. The folder is the only argument. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copiedFiles, siteOf } from './site/site';

const [outdir = 'dist/site'] = process.argv.slice(2);
const inDocs = ['docs', 'docs/rules', 'docs/images'].flatMap((folder) =>
  readdirSync(folder).map((name) => `${folder}/${name}`),
);
const files = siteOf(inDocs, (path) => readFileSync(path, 'utf8'));
for (const [path, text] of files) {
  const target = join(outdir, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
for (const [from, to] of copiedFiles(inDocs)) cpSync(from, join(outdir, to));
console.log(`${outdir}: ${files.size} files`);
