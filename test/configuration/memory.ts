/** Configuration files in memory, read as the command line and the server read them. */
import type { Configuration, ConfigurationAnswer } from '../../server/core/index';
import { configurationAt } from '../../server/core/index';

/** What applies to the file at a path, on a machine with these files. */
export function configurationOf(path: string, files: Readonly<Record<string, string>>): Configuration {
  const asking = configurationAt(path);
  let step = asking.next();
  while (step.done !== true) {
    const { kind, path: asked } = step.value;
    const text = Object.hasOwn(files, asked) ? files[asked] : undefined;
    const isFolder = Object.keys(files).some((file) => file.startsWith(`${asked}/`));
    const answer: ConfigurationAnswer = kind === 'text' ? text : text !== undefined || isFolder;
    step = asking.next(answer);
  }
  return step.value;
}

/** Each fault as `path:offsets: message`, with the text that it is about. */
export const faultsIn = (configuration: Configuration, files: Readonly<Record<string, string>>): readonly string[] =>
  configuration.faults.map(
    ({ path, span, message }) => `${path} «${(files[path] ?? '').slice(span.start, span.end)}» ${message}`,
  );
