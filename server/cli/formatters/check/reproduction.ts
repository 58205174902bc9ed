/** Writes each file with its problems, settings and text as Markdown, for a report of a problem to others. */
import { diagnosticOf, reproductionOf } from '../../../core/index';
import { sourceIn } from '../../kept';
import type { CheckFormatter } from './formatter';

/** One document for each file, as an editor copies it. */
export const reproduction: CheckFormatter = ({ files }, environment) =>
  files
    .map(({ path, readers, settings, findings, source }) =>
      reproductionOf({
        programs: [`Agent Authoring ${environment.version}`, 'command line'],
        path: environment.absolute(path),
        folders: [environment.absolute('.')],
        formats: readers,
        settings,
        problems: findings.map((finding) => diagnosticOf(source, finding, { uri: path })),
        text: sourceIn(source).text,
      }),
    )
    .map(({ text }) => text)
    .join('\n');
