/** What to write for a shape, in words. */
import type { Choice } from './choice';
import type { Shape } from './field';

/** What to write for a shape, as in "Write a or b". */
export function wantedFor(shape: Shape): readonly string[] {
  switch (shape.kind) {
    case 'string':
      return ['a string'];
    case 'model':
      return [shape.form?.wanted ?? 'one model name'];
    case 'flag':
      return ['`true`', '`false`'];
    case 'integer':
      return [
        `a whole number ${shape.min === Number.MIN_SAFE_INTEGER ? '' : `from ${shape.min} `}${shape.max === undefined ? '' : `to ${shape.max} `}${shape.unquoted === true ? 'without quotes' : ''}`.trimEnd(),
      ];
    case 'number':
      return ['a number without quotes'];
    case 'choice':
      return [...namesOf(shape.choices), ...(shape.orPattern === undefined ? [] : [shape.orPattern.wanted])];
    case 'tools':
    case 'names':
      return shape.only === 'list' ? ['a list'] : ['names separated by commas', 'a list'];
    case 'checked':
      return [shape.takes];
    case 'mapping':
      return [...namesOf(shape.orWord ?? []), 'a mapping'];
    case 'sequence':
      return ['a list, with one `- ` line per entry'];
  }
}

/** The values that are not other names of some, as code. */
const namesOf = (choices: readonly Choice[]): readonly string[] =>
  choices.filter((choice) => choice.aliasOf === undefined).map((choice) => `\`${choice.value}\``);
