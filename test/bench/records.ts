/** Documents for servers of YAML and JSON: the frontmatter of the agent again and again, each time under another name. */
import type { Position, Source, Typed } from './texts';

/** @param length The size in UTF-16 units, at least. */
export function records(source: Source, length: number, language: 'json' | 'yaml'): Typed {
  const head = source.text.slice('---\n'.length, source.text.indexOf('\n---\n'));
  const fields = head.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]);
  const record = (i: number): readonly string[] =>
    language === 'yaml'
      ? [`agent-${i}:`, ...fields.map(([key, value]) => `  ${key}: ${value}`)]
      : [`"agent-${i}": ${JSON.stringify(Object.fromEntries(fields))},`];
  const lines = language === 'json' ? ['{'] : [];
  for (let i = 0, size = 0; size < length; i++) {
    lines.push(...record(i));
    size += record(i).join('\n').length + 1;
  }
  if (language === 'json') lines.push('"last": {"name": "last", "description": "The last one."}', '}');
  const found = (from: number): Position => {
    const line = lines.findIndex((text, i) => i >= from && text.includes('description'));
    return { line, character: (lines[line] ?? '').indexOf(' ', (lines[line] ?? '').indexOf('description') + 25) };
  };
  return { text: `${lines.join('\n')}\n`, places: { front: found(0), body: found(Math.floor(lines.length / 2)) } };
}
