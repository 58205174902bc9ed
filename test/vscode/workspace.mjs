/** Makes the temporary workspace that the editors open: our samples and, if it exists, the seed file. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const samples = join(root, 'test/fixtures/workspace');
const system = join(root, 'test/fixtures/system');
const hosts = join(root, 'test/fixtures/hosts');
const seed = join(root, '../shared/seed/python-api-expert.md');

/** The file that all editor tests look at. */
export const agentPath = '.claude/agents/python-api-expert.md';

/** Its frontmatter line with the problem, and the same line after the quick fix. */
export const faultyTools = 'tools: Read, Write, Edit, MultiEdit, Bash, Grep';
export const fixedTools = 'tools: Read, Write, Edit, Bash, Grep';

/**
 * A copy of our samples.
 * @returns `{ folder, remove() }`: the folder, and a function that deletes it
 */
export function copySamples() {
  const base = mkdtempSync(join(tmpdir(), 'agent-authoring-'));
  const folder = join(base, 'sample'); // appears in the title bar
  cpSync(samples, folder, { recursive: true });
  return { folder, remove: () => rmSync(base, { recursive: true, force: true, maxRetries: 3 }) };
}

/** Copies the sample of agents that belong together into a folder. */
export const copySystem = (folder) => cpSync(system, folder, { recursive: true });

/** Copies the sample of files of every host into a folder. */
export const copyHosts = (folder) => cpSync(hosts, folder, { recursive: true });

/**
 * Settings for tests that drive the editor through its API and look at nothing: without what is only drawn. Drawing takes half the
 * time of the page's only thread, on which the tests wait. What VS Code answers to a test must not depend on these.
 */
export const undrawn = {
  'breadcrumbs.enabled': false,
  'editor.bracketPairColorization.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.guides.bracketPairs': false,
  'editor.guides.indentation': false,
  'editor.hideCursorInOverviewRuler': true,
  'editor.lineNumbers': 'off',
  'editor.matchBrackets': 'never',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.overviewRulerBorder': false,
  'editor.renderLineHighlight': 'none',
  'editor.renderWhitespace': 'none',
  'editor.scrollbar.horizontal': 'hidden',
  'editor.scrollbar.vertical': 'hidden',
  'editor.selectionHighlight': false,
  'editor.stickyScroll.enabled': false,
  'explorer.autoReveal': false,
  'git.enabled': false,
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.editor.showTabs': 'none',
  'workbench.layoutControl.enabled': false,
  'workbench.reduceMotion': 'on',
  'workbench.statusBar.visible': false,
  'workbench.tree.renderIndentGuides': 'none',
};

/** Writes settings of the workspace, in which both Node and the web read them. */
export function writeSettings(folder, settings) {
  mkdirSync(join(folder, '.vscode'));
  writeFileSync(join(folder, '.vscode', 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`);
}

/**
 * The samples with the seed file among them, in `team` the agents that belong together, and in `hosts` one file of every host.
 * @returns `{ folder, agent, remove() }`; `agent` is the seed's copy
 */
export function makeWorkspace() {
  const { folder, remove } = copySamples();
  copySystem(join(folder, 'team'));
  copyHosts(join(folder, 'hosts'));
  const agent = join(folder, agentPath);
  // Written rather than copied, because a copy of a read-only file is read-only too.
  if (existsSync(seed)) writeFileSync(agent, readFileSync(seed));
  else {
    console.log('The seed file does not exist; one of our samples replaces it.');
    const ours = readFileSync(join(samples, '.claude/agents/api-tester.md'), 'utf8');
    writeFileSync(agent, ours.replaceAll('api-tester', 'python-api-expert'));
  }
  return { folder, agent, remove };
}
