/** The texts of the pages in the package, from the file in which `client/package/pages.mjs` keeps them. */

/** The JSON of that file: one file packs much better than many, and an ending that most rules have is in it once. */
interface Stored {
  /** With `{rule}` where each page has the id of its rule. */
  readonly ending: string;
  /** The pages that have this ending, without it, by the ids of their rules. */
  readonly rules: Readonly<Record<string, string>>;
  /** All other pages, by their paths below `docs`. */
  readonly others: Readonly<Record<string, string>>;
}

/** @returns The Markdown of each page by its path below `docs`, such as `rules/tool-unknown.md`. */
export function pageTexts(json: string): ReadonlyMap<string, string> {
  const { ending, rules, others }: Stored = JSON.parse(json);
  return new Map([
    ...Object.entries(others),
    ...Object.entries(rules).map(([id, text]): [string, string] => [
      `rules/${id}.md`,
      text + ending.replaceAll('{rule}', id),
    ]),
  ]);
}
