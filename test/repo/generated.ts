/** Generated files are what would be generated now, and nothing lies among them that would not be. */
import { generatedFiles, MANIFEST, RULES_FOLDER } from '../../server/node/generate/generated';
import type { Invariant } from './sources';

/** Every generated file that is stale, missing or left over. */
export const generatedIsFresh: Invariant = (files) => {
  const wanted = generatedFiles(files.get(MANIFEST)?.text ?? '{ "contributes": {} }');
  const present = [...files.keys()].filter((path) => path.startsWith(`${RULES_FOLDER}/`));
  return [
    ...[...wanted].flatMap(([path, text]) => {
      const file = files.get(path);
      if (file?.text === text) return [];
      return [{ path, what: file === undefined ? 'is missing: npm run generate' : 'is stale: npm run generate' }];
    }),
    ...present.filter((path) => !wanted.has(path)).map((path) => ({ path, what: 'is left over: npm run generate' })),
  ];
};
