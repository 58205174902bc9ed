/** In which format a document is read that is in no folder yet: its language says what it is, and the settings for which host. */
import type { FileKind, Format } from '../hosts/host';
import { defaultFormat, formats } from '../hosts/index';

/** What editors call the languages of such files. */
const kinds: ReadonlyMap<string, FileKind | undefined> = new Map([
  ['chatagent', undefined],
  ['skill', 'skill'],
]);

/**
 * @param language The language id that the editor gives to the document.
 * @param hosts The ids of the hosts that the settings name; the first one that has such files counts, or the usual host.
 */
export function formatOfLanguage(language: string | undefined, hosts: readonly string[]): Format | undefined {
  if (language === undefined || !kinds.has(language)) return undefined;
  const kind = kinds.get(language);
  const fitting = formats.filter((one) => one.kind === kind && one.beside === undefined && one.notation === undefined);
  const wanted = [...hosts, defaultFormat.host.id];
  return wanted.flatMap((id) => fitting.find(({ host }) => host.id === id) ?? [])[0];
}
