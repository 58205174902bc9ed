/** Generated files are up to date, and no other file is among them. */
import { generatedFiles, generatedInPart, RULES_FOLDER } from '../../server/node/generate/generated';
import type { Files, Invariant } from './sources';

/** Every generated file that is stale, missing or left over. */
export const generatedIsFresh: Invariant = (files) => {
  const missing = generatedInPart.filter((path) => !files.has(path));
  if (missing.length > 0) return missing.map((path) => ({ path, what: 'is missing' }));
  const wanted = generatedFrom(files);
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

/** Remembered, because most copies of the repository change none of these texts. */
const remembered = new Map<string, ReadonlyMap<string, string>>();

function generatedFrom(files: Files): ReadonlyMap<string, string> {
  const key = JSON.stringify(generatedInPart.map((path) => files.get(path)?.text));
  const wanted = remembered.get(key) ?? generatedFiles((path) => files.get(path)?.text ?? '');
  remembered.set(key, wanted);
  return wanted;
}
