/** Which hosts the folders of a workspace are used with, by the files that are known. */
import { decoded, inOneSpelling, signsIn, usedHostsOf } from '../../core/index';

export class Signs {
  /** The ids of hosts, by the folder that has signs of them. */
  #hosts: ReadonlyMap<string, ReadonlySet<string>> = new Map();

  /**
   * Takes the files that there are now.
   * @returns Whether some folder is used with other hosts than before.
   */
  take(uris: Iterable<string>): boolean {
    const found = new Map<string, Set<string>>();
    for (const uri of uris)
      for (const { host, home } of signsIn(inOneSpelling(uri)))
        found.set(home, (found.get(home) ?? new Set<string>()).add(host));
    const isSame = textOf(found) === textOf(this.#hosts);
    this.#hosts = found;
    return !isSame;
  }

  /**
   * The hosts that the folder of a file is used with.
   * @param roots The roots of repositories, above which nothing counts.
   */
  usedAt(uri: string, roots: readonly string[]): ReadonlySet<string> {
    return usedHostsOf(inOneSpelling(uri), (folder) => ({
      hosts: this.#hosts.get(folder) ?? [],
      isRoot: roots.some((root) => decoded(root) === folder),
    }));
  }
}

const textOf = (hosts: ReadonlyMap<string, ReadonlySet<string>>): string =>
  JSON.stringify([...hosts].map(([home, ids]) => [home, [...ids].sort()]).sort());
