/** Every file that is generated, with its text. */

import { rulePage, rulesPage } from '../../cli/rulePages/rulePage';
import { rules } from '../../core/index';
import { configurationSchema, withConfiguration } from './configuration';
import { withSettings } from './readme';

/** The folder that holds generated files and nothing else. */
export const RULES_FOLDER = 'docs/rules';

export const MANIFEST = 'package.json';

export const README = 'README.md';

/** The schema of `.agent-authoring.json`; the manifest leads VS Code to it. */
const SCHEMA = 'docs/configuration.schema.json';

/**
 * Path from the root of the repository to text. The same rules, settings and parameters give the same bytes.
 * @param manifest The text of `package.json` as it is; only its block of settings is replaced.
 * @param readme The text of `README.md` as it is; only its table of settings is replaced.
 */
export const generatedFiles = (manifest: string, readme: string): ReadonlyMap<string, string> =>
  new Map([
    [MANIFEST, withConfiguration(manifest)],
    [README, withSettings(readme)],
    [SCHEMA, `${JSON.stringify(configurationSchema, undefined, 2)}\n`],
    [`${RULES_FOLDER}/README.md`, rulesPage(rules)],
    ...rules.map((rule) => [`${RULES_FOLDER}/${rule.id}.md`, rulePage(rule)] as const),
  ]);
