/** The command `explain`: shows how each host loads a file. */
import { lostLine } from '../../core/index';
import { check } from '../check';
import { command, failed, wrongUsage } from '../command';
import type { Explained } from '../formatters/explain/formatter';
import { explainFormatters } from '../formatters/explain/index';
import { leftOutText } from '../leftOut';
import { NO_FILES } from '../noFiles';
import { flag } from '../options';
import { formatNamed, usualFormat } from '../readers';
import { as, format } from '../sharedOptions';
import { indexAround } from '../surroundings';
import { configuredText } from './explain/configured';

export const explain = command({
  name: 'explain',
  usage: {
    summary: 'Show whether each file loads, under which name and with which tools',
    operands: { usage: '[paths…]', min: 0, max: Number.POSITIVE_INFINITY, takes: 'files and folders' },
    details:
      'Shows how the host loads each file: its name, its tools, and what the host ignores. Searches paths as check does. ' +
      'A file that is named is always explained, wherever it is.',
    examples: {
      explain: 'Explain all agents below the current folder',
      'explain drafts/reviewer.md': 'Explain one file, wherever it is',
      'explain --config .claude/agents/reviewer.md': 'Show what the configuration says about a file, and where',
      'explain --format json': 'Write JSON for other programs',
      'explain --format markdown drafts/reviewer.md': 'Write all that each host sees of a file',
    },
    exitCodes: {
      0: 'when all files load',
      1: 'when a main host does not load one',
      2: 'on usage or I/O errors',
    },
  },
  options: {
    format: format(explainFormatters, 'text'),
    as,
    config: flag('Show which configuration file and line decide each setting of the named files'),
  },
  run({ operands: paths, options }, environment) {
    if (options.config) {
      if (paths.length === 0) return wrongUsage('--config needs a file', 'explain', environment);
      const { text, errors } = configuredText(
        paths,
        explainFormatters[options.format] === explainFormatters.json,
        environment,
      );
      environment.out(text);
      for (const error of errors) failed(error, environment);
      return errors.length > 0 ? 2 : 0;
    }
    const checked = check(
      { paths, forced: formatNamed(options.as), otherwise: usualFormat, readsIgnored: true },
      environment,
    );
    const errors = [...checked.errors];
    const explained: Explained[] = [];
    const notes = new Set<string>();
    const drafts = new Map(checked.files.map(({ path, draft }) => [environment.absolute(path), draft]));
    const index = indexAround(drafts, environment);
    for (const { path, agents, isNamed } of checked.files) {
      for (const { format: reader, verdict: judge } of agents) {
        const verdict = judge();
        const isMain = reader === agents[0]?.format;
        // A search finds files of which only a part is about agents.
        const isMeant = isNamed || (reader.kind !== 'settings' && reader.kind !== 'instructions');
        if (verdict === undefined && isMain && isMeant)
          errors.push(`${path}: it is not known how ${reader.host.name} loads it`);
        if (verdict !== undefined) {
          const absolute = environment.absolute(path);
          // Of files with one name, each host may load another one.
          const lost = lostLine(absolute, verdict, index.around(absolute, reader));
          explained.push({ path, reader, isMain, verdict, lost, readers: agents, index });
        }
        // A note beside the agents is not meant to load.
        if (!isNamed && verdict?.cause === 'not-an-agent') notes.add(path);
      }
    }
    environment.out(explainFormatters[options.format](explained, environment));
    environment.err(leftOutText(checked.leftOut));
    if (checked.files.length === 0 && errors.length === 0) environment.err(NO_FILES);
    for (const error of errors) failed(error, environment);
    if (errors.length > 0) return 2;
    const isLost = explained.some(
      ({ path, isMain, verdict }) => isMain && verdict.verdict === 'does-not-load' && !notes.has(path),
    );
    return isLost ? 1 : 0;
  },
});
