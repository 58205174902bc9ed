/** Every file that is generated, with its text. */

import { configurationSchema, isRecord, rules } from '../../core/index';
import { AGENT_FILES, agentFilesSource } from './agentFiles';
import { AGENT_SNIPPETS, agentSnippets } from './agentSnippets';
import { withConfiguration } from './configuration';
import { CONFIGURATION_PAGE, configurationPage } from './configurationPage';
import { grammarFiles } from './grammars';
import { HOSTS_PAGE, hostsPage } from './hostsPage';
import { GALLERY, README, withHostNames, withHostsTable } from './hostsTable';
import { inEnglish, localized, TEXTS } from './localized';
import { withSettings } from './readme';
import { rulePage, rulesPage } from './rulePages/rulePage';

/** The folder that contains only generated files. */
export const RULES_FOLDER = 'docs/rules';

const MANIFEST = 'package.json';

/** The schema of `.agent-authoring.json`; the manifest names it for VS Code. */
const SCHEMA = 'docs/configuration.schema.json';

/** The files of which only a part is generated: settings, menus and activation events, or tables. */
export const generatedInPart: readonly string[] = [MANIFEST, TEXTS, README, GALLERY];

/**
 * From path in the repository to text. The same rules, settings, hosts and present texts give the same bytes.
 * @param textOf The present text of a file of which only a part is generated.
 */
export const generatedFiles = (textOf: (path: string) => string): ReadonlyMap<string, string> =>
  new Map([
    ...manifestWith(textOf),
    [README, withSettings(withHostsTable(textOf(README)))],
    [GALLERY, withHostNames(textOf(GALLERY))],
    [HOSTS_PAGE, hostsPage()],
    [CONFIGURATION_PAGE, configurationPage()],
    [SCHEMA, `${JSON.stringify(configurationSchema(), undefined, 2)}\n`],
    [`${RULES_FOLDER}/README.md`, rulesPage(rules)],
    [AGENT_FILES, agentFilesSource],
    [AGENT_SNIPPETS, `${withShortLists(JSON.stringify(agentSnippets, undefined, 2))}\n`],
    ...grammarFiles,
    ...rules.map((rule) => [`${RULES_FOLDER}/${rule.id}.md`, rulePage(rule)] as const),
  ]);

/**
 * The manifest with its texts. A text in either file counts: a new one may be written into the manifest, and is moved; one that is there
 * is changed in the file of texts. What comes from tables is in neither by hand.
 */
function manifestWith(textOf: (path: string) => string): readonly (readonly [string, string])[] {
  const texts: unknown = JSON.parse(textOf(TEXTS));
  const english = inEnglish(JSON.parse(textOf(MANIFEST)), isRecord(texts) ? texts : {});
  const moved = localized(JSON.parse(withConfiguration(JSON.stringify(english))));
  return [
    [MANIFEST, `${JSON.stringify(moved.manifest, undefined, 2)}\n`],
    [TEXTS, `${JSON.stringify(moved.texts, undefined, 2)}\n`],
  ];
}

/** Lists of one short item on one line, as the formatter has them. */
const withShortLists = (json: string): string => json.replace(/\[\n\s+("[^"]{1,20}")\n\s+\]/g, '[$1]');
