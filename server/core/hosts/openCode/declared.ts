/** The agents that `opencode.json` and `kilo.json` declare, each as if it were the file of an agent. */
import { parseLenientJson } from '../../syntax/json/parseJson';
import type { AgentFile, Entry, Value } from '../../syntax/tree';
import { type Span, span } from '../../text/span';
import type { Format } from '../host';
import type { AgentPlace, DeclaredAgent } from '../together';
import type { LoadVerdict } from '../verdict';
import { openCodeStarters } from './conversion';
import { verdictOn } from './judge';

/** The older key, for agents that only the user starts. */
const ONLY_PRIMARY = 'mode';

/** In what the programs differ. */
interface Declaring {
  /** The format of an agent in a file of its own. */
  readonly agent: Format;
  /** Names of the configuration files. */
  readonly names: readonly string[];
  /** The folders of a project that may contain them too. */
  readonly folders: readonly string[];
  /** The keys that contain agents. */
  readonly keys: Readonly<Record<string, string>>;
  /** Set where it is recorded what a value does that is wrong for a field of an agent. */
  readonly checks: boolean;
}

/** Where the configuration files are, and how they are read. */
export function placesOf({ agent, names, folders, keys, checks }: Declaring): readonly AgentPlace[] {
  const read = (text: string): readonly DeclaredAgent[] => {
    const file = parseLenientJson(text);
    // A text that is not finished still declares what can be read of it.
    const groups = (file.frontMatter?.entries ?? []).filter(({ key }) => Object.hasOwn(keys, key));
    return groups.flatMap(({ key: group, value }) =>
      value.kind === 'mapping'
        ? value.entries.map((entry) => declared(file, entry, group === ONLY_PRIMARY, agent, checks))
        : [],
    );
  };
  return [
    { files: folders.flatMap((folder) => names.map((name) => `**/${folder}/${name}`)), depth: 2, read },
    { files: names.map((name) => `**/${name}`), depth: 1, read },
  ];
}

function declared(file: AgentFile, entry: Entry, isPrimary: boolean, agent: Format, checks: boolean): DeclaredAgent {
  const { key, keySpan, value } = entry;
  const entries = value.kind === 'mapping' ? value.entries : [];
  const description = textOf(entries, 'description');
  return {
    name: key,
    span: inside(file.source.text, keySpan),
    description: description?.text ?? '',
    descriptionSpan: description?.inner ?? span(0, 0),
    isChosen: !isPrimary && openCodeStarters.of(entries) !== 'user',
    hasNameField: entries.some((one) => one.key === 'name'),
    model: textOf(entries, 'model')?.text,
    verdict: value.kind === 'mapping' ? verdictIn(file, key, entries, agent, checks) : undefined,
  };
}

function verdictIn(
  file: AgentFile,
  name: string,
  entries: readonly Entry[],
  agent: Format,
  checks: boolean,
): LoadVerdict | undefined {
  const end = file.source.text.length;
  const reading = { kind: 'read', repaired: false, entries, closer: span(end, end) } as const;
  const verdict = verdictOn(file, reading, undefined, agent, []);
  if (verdict === undefined) return undefined;
  const isChecked = verdict.cause === null || verdict.cause === 'disabled' || verdict.cause === 'model' || checks;
  return isChecked ? { ...verdict, name } : undefined;
}

function textOf(entries: readonly Entry[], key: string): Extract<Value, { kind: 'scalar' }> | undefined {
  const value = entries.findLast((entry) => entry.key === key)?.value;
  return value?.kind === 'scalar' && value.type === 'string' ? value : undefined;
}

/** A key without its quotes. */
const inside = (text: string, key: Span): Span =>
  text[key.start] === '"' && key.end - key.start >= 2 ? span(key.start + 1, key.end - 1) : key;
