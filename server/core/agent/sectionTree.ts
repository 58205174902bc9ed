/** Walks the sections of a body without recursion: headings nest at most six deep, but their number is not limited. */
import type { AgentFile, Section } from '../syntax/tree';

/** Every section that has children, the root first; a parent comes before its children. */
export function* parentsOf({ body }: AgentFile): Iterable<Section> {
  const waiting: Section[] = [body.root];
  for (let section = waiting.pop(); section !== undefined; section = waiting.pop()) {
    if (section.children.length > 0) yield section;
    for (let i = section.children.length - 1; i >= 0; i--) {
      const child = section.children[i];
      if (child !== undefined) waiting.push(child);
    }
  }
}
