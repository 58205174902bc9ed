/** Finds the configuration file that applies to a file: the nearest one in its folder or above. */
import { configurationPlaces, defaults, parseConfiguration, type Settings } from '../core/index';
import type { Environment } from './environment';

/** What is known about one place where a configuration file may be. */
type Place = { readonly kind: 'absent' } | { readonly kind: 'present'; readonly settings: Settings };

export interface Configurations {
  /** The settings for the file at an absolute path; the defaults without a configuration file or with a broken one. */
  readonly settingsFor: (path: string) => Settings;
  /** What is wrong with the configuration files that were read, one sentence each. */
  readonly errors: () => readonly string[];
}

/** Looks at each place once, for all files. */
export function configurationsOn(environment: Environment): Configurations {
  const places = new Map<string, Place>();
  const errors: string[] = [];
  const look = (path: string): Place => {
    const kind = environment.kindOf(path);
    if (kind !== 'file' && kind !== 'unknown') return { kind: 'absent' };
    const read = environment.read(path);
    const parsed = read.kind === 'error' ? read : parseConfiguration(read.text);
    if (parsed.kind === 'settings') {
      errors.push(...parsed.problems.map((problem) => `${path}: ${problem}`));
      return { kind: 'present', settings: parsed.settings };
    }
    // A folder that cannot be read belongs to another user.
    if (kind === 'unknown') return { kind: 'absent' };
    errors.push(`${path}: ${read.kind === 'error' ? read.message : parsed.message}`);
    return { kind: 'present', settings: defaults };
  };
  const settingsFor = (path: string): Settings => {
    for (const place of configurationPlaces(path)) {
      const known = places.get(place) ?? look(place);
      places.set(place, known);
      if (known.kind === 'present') return known.settings;
    }
    return defaults;
  };
  return { settingsFor, errors: () => errors };
}
