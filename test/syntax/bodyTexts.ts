/** Arbitrary texts that look like Markdown, for the property and oracle tests of the body scanner. */
import fc from 'fast-check';

/** Marks that open, close or continue blocks. */
const marks = [
  '# ',
  '## ',
  '###',
  '#',
  '- ',
  '-',
  '* ',
  '+ ',
  '1. ',
  '2) ',
  '10. ',
  '> ',
  '>',
  '===',
  '---',
  '***',
  '_ _ _',
];
const code = ['`', '``', '```', '````', '~~~', '```js', '~~~ yaml x', '    ', '\t', ' ', '  ', '   '];
const html = [
  '<div>',
  '</div>',
  '<!--',
  '-->',
  '<pre>',
  '</pre>',
  '<?',
  '?>',
  '<!A',
  '<![CDATA[',
  ']]>',
  '<my_tag>',
  '<x y="z">',
];
const inline = ['a', 'foo bar', '1', '[ ] ', '[x] ', '[a](b)', '@me', '\\', '😀', '\u2028', '[', '](', '<', '*', 'é'];
const breaks = ['\n', '\n', '\n', '\n\n', '\r\n', '\r'];

/** Texts of up to `maxLength` such pieces, with line ends often enough that blocks form. */
export const markdownish = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...breaks) },
        { weight: 5, arbitrary: fc.constantFrom(...marks) },
        { weight: 4, arbitrary: fc.constantFrom(...code) },
        { weight: 2, arbitrary: fc.constantFrom(...html) },
        { weight: 4, arbitrary: fc.constantFrom(...inline) },
      ),
      { maxLength, size: 'max' },
    )
    .map((pieces) => pieces.join(''));
