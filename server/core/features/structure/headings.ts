/** Finds the parent of a new heading. */
import type { AgentFile, Section } from '../../syntax/tree';

/** The innermost section around `offset` whose level is above `level`, or undefined. */
export function parentAt({ body }: AgentFile, offset: number, level: number): Section | undefined {
  let found: Section | undefined;
  let section: Section | undefined = body.root;
  while (section !== undefined) {
    if (section.level > 0 && section.level < level) found = section;
    section = section.children.findLast((child) => child.heading.start < offset && child.level < level);
  }
  return found;
}
