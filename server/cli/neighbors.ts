/** Looks up other files than those that are checked: whether they exist, and what a manifest says. */
import { lazy, manifestFiles, signPaths, usedHostsOf, type Workspace } from '../core/index';
import { configurationsOn } from './configuration';
import type { Environment } from './environment';

/** Looks for manifests, which decide about the format of other files, and for signs of hosts. Each is looked up once. */
export function besides(environment: Environment): Workspace {
  const presence = remembered((path) => (environment.kindOf(path) === 'file' ? 'present' : 'absent'));
  const manifest = remembered((path) => {
    const read = environment.read(path);
    return read.kind === 'text' ? read.text : undefined;
  });
  const at = remembered((parent) => ({
    hosts: signPaths.flatMap(([sign, host]) => (environment.kindOf(`${parent}/${sign}`) === 'absent' ? [] : [host])),
    isRoot: environment.kindOf(`${parent}/.git`) !== 'absent',
  }));
  // Reads nothing before a path is asked about.
  const configurations = lazy(() => configurationsOn(environment));
  return {
    presence,
    manifest,
    formatsOf: (path) => configurations().formatsFor(path),
    usedHosts: (path) => usedHostsOf(path, at),
  };
}

function remembered<T>(look: (path: string) => T): (path: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (path) => {
    const found = known.get(path) ?? { answer: look(path) };
    known.set(path, found);
    return found.answer;
  };
}

/**
 * Looks up link targets inside the current folder only. Outside it, or when a lookup fails, the answer is unknown.
 * @param manifests What is known of manifests, wherever they are.
 */
export function linked(environment: Environment, manifests: Workspace): Workspace {
  const folder = environment.absolute('.');
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return {
    where: { user: environment.userFolders, repositories: [] },
    presence: (path) => {
      if (manifestFiles.some((file) => path.endsWith(`/${file}`))) return manifests.presence(path);
      const absolute = environment.absolute(path);
      if (!absolute.startsWith(prefix)) return 'unknown';
      const kind = environment.kindOf(absolute);
      return kind === 'absent' || kind === 'unknown' ? kind : 'present';
    },
    manifest: manifests.manifest,
    ...(manifests.formatsOf && { formatsOf: manifests.formatsOf }),
    ...(manifests.usedHosts && { usedHosts: manifests.usedHosts }),
  };
}
