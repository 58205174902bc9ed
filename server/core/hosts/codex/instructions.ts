/** What is known about the instructions for a project that Codex reads: plain Markdown, of which only a part may arrive. */

import { parse } from '../../syntax/parse';
import { withCommas } from '../../text/numbers';
import { lastNameOf } from '../../text/paths';
import { hasMoreBytes } from '../../text/source';
import { span } from '../../text/span';
import type { Effect } from '../effect';
import type { Format } from '../host';
import { loadedWith } from '../loading';
import type { EffectiveTools } from '../verdict';
import { codexHost } from './agent';
import { codexModels } from './models';
import { codexMcp, codexShell, codexTools } from './tools';

const isText: Effect = { says: 'takes it as text', severity: 'hint' };

/** How many bytes the instructions of all folders have together, from the root of the repository to the folder of the session. */
const MAX_BYTES = 32_768;

/** The file that is read in place of another one in its folder. */
const replacedBy = (path: string): string | undefined =>
  path.endsWith('AGENTS.md') ? path.replace(/AGENTS\.md$/, 'AGENTS.override.md') : undefined;

export const codexInstructions: Format = {
  id: 'codex-instructions',
  title: 'Codex instructions',
  host: codexHost,
  kind: 'instructions',
  // The names are compared exactly.
  files: ['**/AGENTS.md', '**/AGENTS.override.md'],
  // Those in its own folder are no instructions for a project.
  skipsPath: (path) => /(?:^|\/)\.codex\/[^/]*$/.test(path),
  parse: (text) => ({ ...parse(text), problems: [] }),
  readsBytes: {
    max: MAX_BYTES,
    setting: 'project_doc_max_bytes',
    setIn: '.codex/config.toml',
    sharedBy: ['AGENTS.override.md', 'AGENTS.md'],
  },
  replacedBy,
  on: {
    noFrontMatter: isText,
    unknownField: isText,
    unknownTool: isText,
    duplicateKey: { ...isText, counts: 'first' },
  },
  mayBePlain: true,
  fields: {},
  strayFields: {},
  tools: codexTools,
  toolSets: [],
  retired: {},
  foreign: {},
  shell: codexShell,
  wildcard: '*',
  toolPatterns: 'part of the name',
  splitsNamesAt: 'none',
  mcp: codexMcp,
  builtInAgents: [],
  models: codexModels,
  read: ({ frontMatter, source: { text } }) => ({
    kind: 'unread',
    closer: frontMatter?.closer ?? span(text.length, text.length),
  }),
  judge: ({ source }, _, path) => {
    // There is nothing to say about an empty file.
    if (path === undefined || source.text.trim() === '') return undefined;
    const name = lastNameOf(path);
    const isCut = hasMoreBytes(source, MAX_BYTES);
    const losses = [`The text after the first ${withCommas(MAX_BYTES)} bytes is left out`];
    return {
      ...loadedWith(name, noTools, isCut ? losses : []),
      shown: { name, parts: ['instructions'] },
    };
  },
};

const noTools: EffectiveTools = { inherited: true, effective: [], dropped: [], withheld: [] };
