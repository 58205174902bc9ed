/** Links from the pages of rules to the playground, with an example that the rule reports there. */
import { deflateRawSync } from 'node:zlib';
import { check } from '../../api/index';
import { formatOfExample, rules } from '../../core/index';
import { unmarked } from '../generate/rulePages/example';

/** Above the examples of a page. */
const HEADING = '## What it reports\n';

/** The path of an example that has none. Its format is in the link. */
const USUAL_PATH = 'a.md';

/**
 * The page of a rule with a link to the playground, where an example needs nothing but its text.
 * @param id Of the rule.
 */
export function withPlayground(markdown: string, id: string): string {
  const fragment = exampleFragment(id);
  if (fragment === undefined) return markdown;
  return markdown.replace(
    HEADING,
    () => `${HEADING}\n[Try an example in the playground](/playground/index.html${fragment})\n`,
  );
}

/** The first example that the rule reports in the playground, in the form that the page of the playground reads. */
function exampleFragment(id: string): string | undefined {
  const subjects = (rules.find((rule) => rule.id === id)?.bad ?? []).map((example) => ({
    text: unmarked(example.text),
    path: example.path ?? USUAL_PATH,
    format: formatOfExample(example).id,
  }));
  const shown = subjects.find(({ text, path, format }) =>
    check(text, { path, format }).some(({ rule }) => rule === id),
  );
  if (shown === undefined) return undefined;
  const { text, path, format } = shown;
  return `#1=${deflateRawSync(JSON.stringify([text, path, format])).toString('base64url')}`;
}
