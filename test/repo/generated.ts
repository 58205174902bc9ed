/** Generated files are what would be generated now, and nothing lies among them that would not be. */
import { generatedFiles, MANIFEST, RULES_FOLDER } from '../../server/node/generate/generated';
import { type Invariant, perFile } from './sources';

/** Every generated file that is stale, missing or left over. */
export const generatedIsFresh: Invariant = (files) => {
  const manifest = files.get(MANIFEST);
  const wanted = manifest === undefined ? generatedFiles('{ "contributes": {} }') : generatedFrom(MANIFEST, manifest);
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

/** The pages are made out of the rules alone, so that they change only with the manifest they are made along with. */
const generatedFrom = perFile((_, manifest) => generatedFiles(manifest.text));
