/** Finds the configuration that applies to a file: the nearest configuration file in its folder or above, and what it extends. */
import {
  type Configuration,
  type ConfigurationAnswer,
  type ConfigurationFault,
  type ConfigurationQuestion,
  configurationAt,
  configurationFolders,
  type Format,
  formatsAt,
  positionIn,
  type Settings,
  settingsAt,
} from '../core/index';
import type { Environment } from './environment';

export interface Configurations {
  /** The settings for the file at an absolute path; the defaults without a configuration file or with a broken one. */
  readonly settingsFor: (path: string) => Settings;
  /** The formats that the configuration gives to the file at an absolute path; undefined when it says nothing about it. */
  readonly formatsFor: (path: string) => readonly Format[] | undefined;
  /** The configuration that applies in the folder of a file. */
  readonly configurationFor: (path: string) => Configuration;
  /** What is wrong with the configuration files that were read, one sentence each. */
  readonly errors: () => readonly string[];
}

/** Looks at each place once, for all files. */
export function configurationsOn(environment: Environment): Configurations {
  const answers = new Map<string, ConfigurationAnswer>();
  const answer = ({ kind, path }: ConfigurationQuestion): ConfigurationAnswer => {
    const key = `${kind} ${path}`;
    if (!answers.has(key)) answers.set(key, kind === 'text' ? textAt(path) : environment.kindOf(path) !== 'absent');
    return answers.get(key);
  };
  const textAt = (path: string): ConfigurationAnswer => {
    const kind = environment.kindOf(path);
    if (kind !== 'file' && kind !== 'unknown') return undefined;
    const read = environment.read(path);
    if (read.kind === 'text') return read.text;
    // A folder that cannot be read belongs to another user.
    return kind === 'unknown' ? undefined : { error: read.message };
  };
  const errors = new Set<string>();
  const byFolder = new Map<string, Configuration>();
  const byFile = new Map<string | undefined, Configuration>();
  const configurationFor = (path: string): Configuration => {
    const [folder] = configurationFolders(path);
    const known = folder === undefined ? undefined : byFolder.get(folder);
    if (known !== undefined) return known;
    const asking = configurationAt(path);
    let step = asking.next();
    while (step.done !== true) step = asking.next(answer(step.value));
    // One object for all folders that it applies to, because results are remembered by the object.
    const [file] = step.value.files;
    const same = byFile.get(file) ?? step.value;
    byFile.set(file, same);
    for (const fault of same.faults) errors.add(sentenceOf(fault));
    if (folder !== undefined) byFolder.set(folder, same);
    return same;
  };
  return {
    configurationFor,
    settingsFor: (path) => settingsAt(configurationFor(path), path),
    formatsFor: (path) => formatsAt(configurationFor(path), path),
    errors: () => [...errors],
  };
}

/** With the line and column of the place, counted from one. */
function sentenceOf({ path, lines, span, message }: ConfigurationFault): string {
  const { line, character } = positionIn(lines, span.start);
  return `${path}:${line + 1}:${character + 1}: ${message}`;
}
