/** What messages call a file of each kind. */
import type { FileKind, Format } from './host';

const nouns: Readonly<Record<FileKind, string>> = {
  agent: 'agent',
  skill: 'skill',
  command: 'command',
  'output-style': 'output style',
  manifest: 'manifest',
  instructions: 'file',
  settings: 'configuration',
};

/** The noun for a file of the format, without an article. */
export const nounOf = ({ kind = 'agent' }: Pick<Format, 'kind'>): string => nouns[kind];
