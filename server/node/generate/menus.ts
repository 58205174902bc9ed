/**
 * Writes where VS Code offers the commands besides the palette: in the menus of an editor's tab and of a folder, where files are
 * created, and in the view of agents.
 */
import type { JsonObject } from '../../core/index';
import { fileKinds } from './hostNames';
import { agentsViewMenus } from './viewMenus';

const TREAT = 'agentAuthoring.treatAsAgents';

const CONVERT = 'agentAuthoring.convertAgent';
const NEW = 'agentAuthoring.newAgent';

/** Of the names in a path, inside a literal. */
const SEPARATOR = '[\\/\\\\]';

/** Agents by where they are alone: whether a file is in a plugin depends on others. */
const globs = fileKinds.flatMap(({ kind, beside, files }) => (kind === undefined && beside === undefined ? files : []));

/** A regular expression of the paths that match one of the globs, with the separators of every system, in any case. */
function pathPattern(globs: readonly string[]): string {
  const foldersBy = new Map<string, Set<string>>();
  for (const glob of globs) {
    const [, folder, inner, ending] = /^\*\*\/([\w./-]+)\/(\*\*\/)?\*\.(\w+)$/.exec(glob) ?? [];
    if (folder === undefined || ending === undefined) throw new RangeError(`${glob} has another form`);
    const tail = `${SEPARATOR}${inner === undefined ? '' : `(.+${SEPARATOR})?`}[^\\/\\\\]+\\.${ending.toLowerCase()}$`;
    const escaped = folder.replaceAll('.', '\\.').replaceAll('/', SEPARATOR);
    foldersBy.set(tail, (foldersBy.get(tail) ?? new Set<string>()).add(escaped));
  }
  const parts = [...foldersBy].map(([tail, folders]) => `(${[...folders].join('|')})${tail}`);
  return `${SEPARATOR}(${parts.join('|')})`;
}

/** `contributes.menus` of the manifest. */
export const menus: JsonObject = {
  'editor/title/context': [
    { command: CONVERT, when: `resourcePath =~ /${pathPattern(globs)}/i`, group: '6_agent' },
    { command: TREAT, when: 'agentAuthoring.looksLikeAgent && resourceLangId == markdown', group: '6_agent' },
  ],
  'explorer/context': [
    { command: NEW, when: 'explorerResourceIsFolder', group: 'navigation@9' },
    { command: TREAT, when: 'explorerResourceIsFolder', group: '7_agent' },
  ],
  'file/newFile': [{ command: NEW, group: 'file' }],
  ...agentsViewMenus,
};
