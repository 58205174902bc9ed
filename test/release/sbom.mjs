/** Writes the bill of materials (CycloneDX) of a package: what esbuild has really put into its files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import * as esbuild from 'esbuild';
import { shipped } from '../../client/package/bundles.mjs';

const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** The folder of the package that a source file belongs to; undefined for our own files. */
const folderOf = (path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];

/**
 * Builds every bundle in memory.
 * @returns for each file of `dist`, such as `dist/core.js`, the folders of the packages of which something is in it
 */
export async function packagesByFile() {
  const built = await Promise.all(shipped.map((options) => esbuild.build({ ...options, write: false })));
  return new Map(
    built.flatMap(({ metafile }) =>
      Object.entries(metafile.outputs).map(([output, { inputs }]) => {
        const used = Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? path : []));
        return [output, [...new Set(used.flatMap((path) => folderOf(path) ?? []))].sort()];
      }),
    ),
  );
}

/**
 * @param folders of the packages that the files of a release contain
 * @returns `{ name, version, license, purl, sha512 }` of each; the hash is that of the registry's archive, in hex
 */
export function componentsIn(folders) {
  const lock = json('package-lock.json').packages;
  const all = folders.map((folder) => {
    const { name, version, license } = json(join(folder, 'package.json'));
    const [, digest = ''] = /^sha512-(\S+)/.exec(lock[folder]?.integrity ?? '') ?? [];
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
    return { name, version, license, purl, sha512: Buffer.from(digest, 'base64').toString('hex') };
  });
  // One version may be installed in several folders.
  const byPurl = new Map(all.map((one) => [one.purl, one]));
  return [...byPurl.keys()].sort().map((purl) => byPurl.get(purl));
}

/** The bill as JSON, CycloneDX 1.6. It has no time and no random number, so that the same sources give the same text. */
export function billOf(components) {
  const { name, version, license, description } = json('package.json');
  const bom = new Models.Bom();
  const own = new Models.Component(Enums.ComponentType.Application, name, { version, bomRef: `${name}@${version}` });
  own.description = json('package.nls.json')[description.replaceAll('%', '')];
  own.licenses.add(new Models.SpdxLicense(license));
  bom.metadata.component = own;
  bom.metadata.lifecycles.add(Enums.LifecyclePhase.Build);
  for (const one of components) {
    const [, group, short] = /^(?:(@[^/]+)\/)?(.+)$/.exec(one.name);
    const component = new Models.Component(Enums.ComponentType.Library, short, {
      group,
      version: one.version,
      bomRef: one.purl,
      purl: one.purl,
      scope: Enums.ComponentScope.Required,
    });
    component.licenses.add(new Models.SpdxLicense(one.license));
    if (one.sha512 !== '') component.hashes.set(Enums.HashAlgorithm['SHA-512'], one.sha512);
    bom.components.add(component);
    own.dependencies.add(component.bomRef);
  }
  const factory = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return `${new Serialize.JsonSerializer(factory).serialize(bom, { sortLists: true, space: 2 })}\n`;
}
