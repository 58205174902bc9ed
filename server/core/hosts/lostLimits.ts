/** Finds limits that are written in frontmatter and that the host does not read there. */
import type { AgentFile, Entry } from '../syntax/tree';
import type { FieldRole } from './field';
import type { Format } from './host';
import { lookup } from './lookup';
import { closerOf, type Reading } from './reading';

const LIMITS: readonly (FieldRole | undefined)[] = ['allow', 'deny', 'mode'];

/** The fields that limit the agent and that a person sees in the frontmatter, while the host reads no field of that name. */
export function lostLimits({ frontMatter }: AgentFile, reading: Reading, { fields }: Format): readonly Entry[] {
  const read = new Set(reading.kind === 'read' ? reading.entries.map(({ key }) => key) : []);
  const end = closerOf(reading)?.start ?? Number.POSITIVE_INFINITY;
  return (frontMatter?.entries ?? []).filter(
    ({ key, keySpan, value }) =>
      value.kind !== 'missing' && keySpan.start < end && !read.has(key) && LIMITS.includes(lookup(fields, key)?.role),
  );
}
