/** Gives the texts of package.json short keys in the package: those in the repository say where a text is, in three files. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param folder with `package.json`, `package.nls.json` and its translations `package.nls.<language>.json`, which are replaced */
export function shortenKeys(folder) {
  const keys = Object.keys(JSON.parse(readFileSync(join(folder, 'package.nls.json'), 'utf8')));
  const numbers = new Map(keys.map((key, i) => [key, String(i)]));
  const short = (key) => numbers.get(key) ?? key;
  const change = (name, by) => {
    const file = join(folder, name);
    writeFileSync(file, by(readFileSync(file, 'utf8')));
  };
  change('package.json', (text) => text.replace(/"%([^"%]+)%"/g, (_, key) => `"%${short(key)}%"`));
  for (const name of readdirSync(folder).filter((one) => one.startsWith('package.nls.')))
    change(name, (text) =>
      JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).map(([key, value]) => [short(key), value]))),
    );
}
