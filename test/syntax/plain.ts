/** Compares what is read without a YAML parser with what the parser reads. */
import assert from 'node:assert/strict';
import { excess } from '../../server/core/syntax/frontMatter/guard';
import { readPlainYaml } from '../../server/core/syntax/frontMatter/plainYaml';
import { readYaml } from '../../server/core/syntax/frontMatter/yaml';

/** Whether the text is read without the parser; then asserts that the parser reads the same. */
export function isPlain(text: string, start: number, end: number): boolean {
  const content = { start, end };
  const inner = text.slice(start, end);
  if (excess(inner) !== undefined || readPlainYaml(text, content) === undefined) return false;
  assert.deepEqual(readYaml(text, content), readYaml(text, content, inner), JSON.stringify(inner));
  return true;
}
