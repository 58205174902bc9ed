/** Writes the settings, menus and activation events of the manifest. */
import { isRecord } from '../../core/index';
import { markFiles } from './agentFiles';
import { menus } from './menus';
import { configuration } from './settings';

/** How editors call the languages of agent files: new versions have some of their own. A file may be opened without its folder. */
const LANGUAGES = ['chatagent', 'markdown', 'skill', 'toml', 'yaml'];

/** The views in tabs, which come back when a window is loaded again. */
const VIEWS = ['agentAuthoring.delegationGraph', 'agentAuthoring.toolMatrix'];

/**
 * The manifest with the current settings, menus and activation events, and everything else unchanged.
 * @throws SyntaxError when the text is not JSON, and TypeError when it is not a manifest.
 */
export function withConfiguration(manifest: string): string {
  const parsed: unknown = JSON.parse(manifest);
  const before = isRecord(parsed) ? parsed : {};
  const { contributes } = before;
  if (!isRecord(contributes)) throw new TypeError('package.json contributes nothing');
  // Problems of a workspace are shown before one of its files is opened.
  const activationEvents = [
    ...LANGUAGES.map((id) => `onLanguage:${id}`),
    ...markFiles.map((glob) => `workspaceContains:${glob}`),
    ...VIEWS.map((type) => `onWebviewPanel:${type}`),
  ];
  return `${JSON.stringify({ ...before, activationEvents, contributes: { ...contributes, menus, configuration } }, undefined, 2)}\n`;
}
