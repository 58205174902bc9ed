/** Generated files are up to date, and no other file is among them. */
import { generatedFiles, MANIFEST, RULES_FOLDER } from '../../server/node/generate/generated';
import { README } from '../../server/node/generate/hostsTable';
import { type Invariant, perFile } from './sources';

/** Every generated file that is stale, missing or left over. */
export const generatedIsFresh: Invariant = (files) => {
  const [manifest, readme] = [files.get(MANIFEST), files.get(README)];
  if (manifest === undefined || readme === undefined)
    return [{ path: manifest === undefined ? MANIFEST : README, what: 'is missing' }];
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

/** The pages come from the rules alone, so they change only with the texts that hold a generated part. */
const generatedFrom = perFile((_, { text: manifest }) =>
  perFile((_, { text: readme }) => generatedFiles({ manifest, readme })),
);
