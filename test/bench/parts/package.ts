/** The size of the packaged extension, when it has been packaged. */
import { existsSync, statSync } from 'node:fs';
import type { Context, Part } from '../part';

const VSIX = 'dist/agent-authoring.vsix';

export const packageSize = ({ quick }: Context): readonly Part[] =>
  quick
    ? []
    : [
        {
          name: 'package',
          what: 'size',
          rows: [
            { id: 'package/size', title: 'size of the `.vsix`', unit: 'KB', base: 'none', goals: [{ atMost: 700 }] },
          ],
          subjects: ['ours'],
          rounds: 1,
          measure: async () => {
            if (!existsSync(VSIX)) throw new Error(`${VSIX} is not there; \`npm run package\` writes it`);
            return { 'package/size': statSync(VSIX).size / 1024 };
          },
        },
      ];
