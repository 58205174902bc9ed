/** The placeholders of the catalogue's templates, as they appear in agent files. */
import { lazy } from '../text/lazy';
import { catalogue } from './catalogue';

/** Placeholders of several words, with their brackets. `[Step]` alone is often intended. */
export const slotsOfTemplates = lazy(
  (): ReadonlySet<string> =>
    new Set(
      catalogue.flatMap(({ template }) =>
        template
          .split('[')
          .slice(1)
          .map((part) => `[${part.slice(0, part.indexOf(']') + 1)}`)
          .filter((slot) => slot.split(' ').length > 2),
      ),
    ),
);
