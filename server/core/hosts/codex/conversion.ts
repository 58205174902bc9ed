/** How an agent of another host is written for Codex. */
import type { Conversion, Limits } from '../conversion';
import type { Ability } from '../tool';

/** What an agent can do in every sandbox: it runs commands that read and find files, and change nothing. */
export const reading: readonly Ability[] = ['read', 'search-text', 'find-files', 'list-folder'];

/** What needs a sandbox that lets commands write, and what is then possible. */
const changing: readonly Ability[] = ['write', 'edit', 'notebook', 'run'];

const searching: readonly Ability[] = ['search-web', 'fetch'];

/** Agents have no list of tools, so only the sandbox and the search can be limited. */
function limitsTo({ abilities }: { readonly abilities: ReadonlySet<Ability> }): Limits {
  const canWrite = changing.some((ability) => abilities.has(ability));
  const canSearch = searching.some((ability) => abilities.has(ability));
  return {
    fields: {
      sandbox_mode: canWrite ? 'workspace-write' : 'read-only',
      ...(canSearch ? {} : { web_search: 'disabled' }),
    },
    // Which servers reach an agent was not observed, so none is taken as forbidden.
    hasAllServers: true,
    gives: [...reading, ...(canWrite ? changing : []), ...(canSearch ? searching : [])],
    names: {
      // No field takes it away.
      request_user_input: ['ask'],
      exec_command: [...reading, ...(canWrite ? changing : [])],
      ...(canSearch ? { web_search: searching } : {}),
    },
  };
}

export const codexConversion: Conversion = {
  fileOf: (name) => `.codex/agents/${name}.toml`,
  // The host has no word for the model of the session: the field is left out.
  models: {},
  modes: { 'read-only': 'plan', 'workspace-write': 'edits', 'danger-full-access': 'all' },
  forbids: (entries) => {
    const search = entries.findLast(({ key }) => key === 'web_search')?.value;
    return search?.kind === 'scalar' && search.text === 'disabled' ? searching : [];
  },
  limitsTo,
};
