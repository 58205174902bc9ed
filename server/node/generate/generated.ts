/** Every file that is generated, with its text. */
import { rules } from '../../core/index';
import { configurationSchema, withConfiguration } from './configuration';
import { grammarFiles } from './grammars';
import { rulePage, rulesPage } from './rulePage';

/** The folder that holds generated files and nothing else. */
export const RULES_FOLDER = 'docs/rules';

export const MANIFEST = 'package.json';

/** The schema of `.agent-authoring.json`; the manifest leads VS Code to it. */
const SCHEMA = 'docs/configuration.schema.json';

/**
 * Path from the root of the repository to text. The same rules, settings and manifest give the same bytes.
 * @param manifest The text of `package.json` as it is; only its block of settings is replaced.
 */
export const generatedFiles = (manifest: string): ReadonlyMap<string, string> =>
  new Map([
    [MANIFEST, withConfiguration(manifest)],
    [SCHEMA, `${JSON.stringify(configurationSchema, undefined, 2)}\n`],
    [`${RULES_FOLDER}/README.md`, rulesPage(rules)],
    ...grammarFiles,
    ...rules.map((rule) => [`${RULES_FOLDER}/${rule.id}.md`, rulePage(rule)] as const),
  ]);
