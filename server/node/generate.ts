/** Entry of `npm run generate`: writes the generated files and deletes the pages of rules that no longer exist. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { generatedFiles, RULES_FOLDER } from './generate/generated';

const files = generatedFiles((path) => readFileSync(path, 'utf8'));
mkdirSync(RULES_FOLDER, { recursive: true });
const leftOver = readdirSync(RULES_FOLDER)
  .map((name) => `${RULES_FOLDER}/${name}`)
  .filter((path) => !files.has(path));
const changed = [...files].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);

for (const path of leftOver) rmSync(path, { recursive: true });
for (const [path, text] of changed) writeFileSync(path, text);
for (const path of leftOver) console.log(`removed ${path}`);
for (const [path] of changed) console.log(`wrote ${path}`);
console.log(`${files.size} files are up to date`);
