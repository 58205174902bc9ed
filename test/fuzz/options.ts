/** Reads the options of `npm run fuzz`. */

export interface Options {
  readonly help: boolean;
  readonly record: boolean;
  readonly seed: number | undefined;
  /** Cases of each area. */
  readonly runs: number | undefined;
  /** Seconds for all areas together. */
  readonly time: number | undefined;
  /** Names of areas; all when empty. */
  readonly only: readonly string[];
  /** Repeats this case alone. */
  readonly case: number | undefined;
}

const NUMBERS = ['seed', 'runs', 'time', 'case'] as const;

/** The options, or what is wrong with them as a sentence. */
export function readOptions(args: readonly string[], areas: readonly string[]): Options | string {
  const numbers = new Map<string, number>();
  const only: string[] = [];
  let help = false;
  let record = false;
  const rest = args.flatMap((arg) => {
    const at = arg.startsWith('--') ? arg.indexOf('=') : -1;
    return at < 0 ? [arg] : [arg.slice(0, at), arg.slice(at + 1)];
  });
  for (let i = 0; i < rest.length; i++) {
    const option = rest[i] ?? '';
    const name = option.replace(/^--/, '');
    if (option === '--help' || option === '-h') help = true;
    else if (option === '--record') record = true;
    else if (option === '--only') {
      const wanted = (rest[++i] ?? '').split(',');
      const unknown = wanted.find((one) => !areas.includes(one));
      if (unknown !== undefined) return `'${unknown}' is not an area; the areas are ${areas.join(', ')}.`;
      only.push(...wanted);
    } else if (NUMBERS.some((known) => option === `--${known}`)) {
      const value = rest[++i] ?? '';
      if (!/^\d{1,15}$/.test(value)) return `${option} needs a whole number.`;
      numbers.set(name, Number(value));
    } else return `Unknown option '${option}'. See --help.`;
  }
  if (numbers.has('runs') && numbers.has('time')) return 'Use either --runs or --time.';
  if (numbers.has('case') && only.length !== 1) return '--case needs --only with one area.';
  if (record && !numbers.has('runs')) return '--record needs --runs, because the figures must be repeatable.';
  return {
    help,
    record,
    only,
    seed: numbers.get('seed'),
    runs: numbers.get('runs'),
    time: numbers.get('time'),
    case: numbers.get('case'),
  };
}
