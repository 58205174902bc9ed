/** The placeholders that the templates of the catalogue leave in an agent file, as written there. */
import { catalogue } from './catalogue';

/** Slots of several words, with their brackets; `[Step]` alone is in many a template that is meant to have it. */
export const slotsOfTemplates: ReadonlySet<string> = new Set(
  catalogue.flatMap(({ template }) =>
    template
      .split('[')
      .slice(1)
      .map((part) => `[${part.slice(0, part.indexOf(']') + 1)}`)
      .filter((slot) => slot.split(' ').length > 2),
  ),
);
