/** Generated files are what would be generated now, and nothing lies among them that would not be. */
import { generatedFiles, MANIFEST, README, RULES_FOLDER } from '../../server/node/generate/generated';
import { type Invariant, perFile } from './sources';

/** Every generated file that is stale, missing or left over. */
export const generatedIsFresh: Invariant = (files) => {
  const [manifest, readme] = [files.get(MANIFEST), files.get(README)];
  if (manifest === undefined || readme === undefined)
    return [{ path: manifest === undefined ? MANIFEST : README, what: 'is missing, and parts of it are generated' }];
  const wanted = generatedFrom(MANIFEST, manifest)(README, readme);
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

/** Everything is made out of the rules, the settings and these two files, so that it changes only with them. */
const generatedFrom = perFile((_, manifest) => perFile((__, readme) => generatedFiles(manifest.text, readme.text)));
