/**
 * The floor of a linter on the command line: what any linter in Node must do. It reads every Markdown file below a folder, splits
 * the frontmatter, looks up its keys and scans the lines of the body. Its speed is the limit for `npm run bench`.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const keys = new Set(['name', 'description', 'tools', 'model', 'color']);
const [, , target = '.'] = process.argv;
const files = statSync(target).isFile()
  ? [target]
  : readdirSync(target, { recursive: true })
      .filter((path) => path.endsWith('.md'))
      .map((path) => join(target, path));

/** How many keys are unknown and how many headings and code fences the body has. */
function scan(text) {
  const end = text.startsWith('---\n') ? text.indexOf('\n---\n', 3) : -1;
  let unknown = 0;
  let blocks = 0;
  for (let at = end < 0 ? 0 : 4; at < text.length; ) {
    const next = text.indexOf('\n', at);
    const stop = next < 0 ? text.length : next;
    const first = text.charCodeAt(at);
    if (at < end) {
      const colon = text.indexOf(':', at);
      if (colon > at && colon < stop && !keys.has(text.slice(at, colon))) unknown++;
    } else if (first === 0x23 || (first === 0x60 && text.startsWith('```', at))) blocks++;
    at = stop + 1;
  }
  return { unknown, blocks };
}

const scanned = files.map((file) => scan(readFileSync(file, 'utf8')));
const sum = (key) => scanned.reduce((total, one) => total + one[key], 0);
console.log(`${files.length} files checked: ${sum('unknown')} unknown keys, ${sum('blocks')} headings and fences`);
