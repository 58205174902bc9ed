/** The pages about rules, which are files of this package. */
import type { Environment, FileRead } from './environment';

/** The page of a rule, as Markdown without the comment that says how the file is made; or why it cannot be read. */
export function pageOf(id: string, environment: Environment): FileRead {
  const read = environment.page(id);
  return read.kind === 'text' ? { kind: 'text', text: read.text.replace(/^<!--[^>]*-->\s*/, '') } : read;
}
