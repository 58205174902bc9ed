/** What a new agent of Codex may be allowed to do: its sandbox and the search decide, because no field lists tools. */
import type { Creation } from '../creation';
import { codexConversion, reading } from './conversion';

export const codexCreation: Creation = {
  fileOf: codexConversion.fileOf,
  limits: {
    choices: [
      {
        id: 'workspace-write',
        summary: 'Commands may change files in the folder of the project. Without it they can only read.',
        effect: 'runs',
        gives: ['write', 'edit', 'run'],
      },
      { id: 'web_search', summary: 'Searches the web.', effect: 'network', gives: ['search-web', 'fetch'] },
    ],
    always: reading,
    fieldsFor: (chosen) => ({
      sandbox_mode: chosen.includes('workspace-write') ? 'workspace-write' : 'read-only',
      ...(chosen.includes('web_search') ? {} : { web_search: 'disabled' }),
    }),
    isOpen: false,
  },
};
