/** Every file that is generated, with its text. */

import { rulePage, rulesPage } from '../../cli/rulePages/rulePage';
import { rules } from '../../core/index';
import { AGENT_FILES, agentFilesSource } from './agentFiles';
import { AGENT_SNIPPETS, agentSnippets } from './agentSnippets';
import { configurationSchema, withConfiguration } from './configuration';
import { grammarFiles } from './grammars';
import { README, withHostsTable } from './hostsTable';
import { withSettings } from './readme';

/** The folder that contains generated files and nothing else. */
export const RULES_FOLDER = 'docs/rules';

export const MANIFEST = 'package.json';

/** The schema of `.agent-authoring.json`; the manifest leads VS Code to it. */
const SCHEMA = 'docs/configuration.schema.json';

/** The texts that hold a generated part among others. */
export interface PresentTexts {
  /** `package.json`; only its block of settings is replaced. */
  readonly manifest: string;
  /** `README.md`; only its tables of supported files and of settings are replaced. */
  readonly readme: string;
}

/** Path from the root of the repository to text. The same rules, settings, hosts and present texts give the same bytes. */
export const generatedFiles = ({ manifest, readme }: PresentTexts): ReadonlyMap<string, string> =>
  new Map([
    [MANIFEST, withConfiguration(manifest)],
    [README, withSettings(withHostsTable(readme))],
    [SCHEMA, `${JSON.stringify(configurationSchema, undefined, 2)}\n`],
    [`${RULES_FOLDER}/README.md`, rulesPage(rules)],
    [AGENT_FILES, agentFilesSource],
    [AGENT_SNIPPETS, `${JSON.stringify(agentSnippets, undefined, 2)}\n`],
    ...grammarFiles,
    ...rules.map((rule) => [`${RULES_FOLDER}/${rule.id}.md`, rulePage(rule)] as const),
  ]);
