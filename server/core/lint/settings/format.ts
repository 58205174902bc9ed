/** The settings `format.*`: what formatting does besides fixing spaces and commas. */
import { type ListStyle, listStyles } from '../../syntax/lists/style';
import { choice, flag } from './setting';

/** The style in which formatting writes lists of names; `keep` changes none. */
export type ListStyleSetting = 'keep' | ListStyle;

export const listStyleSettings: readonly ListStyleSetting[] = ['keep', ...listStyles];

export const sortKeys = flag({
  description:
    'Sorts frontmatter fields when formatting. Required fields come first, then the others in documentation order, then unknown ones.',
  default: false,
  scope: 'editor',
});

export const listStyle = choice<ListStyleSetting>({
  description:
    'How formatting writes frontmatter lists such as `tools` and `skills`. Lists that contain comments do not change.',
  choices: {
    keep: 'Keep each list as it is.',
    comma: 'On one line, separated by commas: `tools: Read, Write`.',
    flow: 'On one line, in brackets: `tools: [Read, Write]`.',
    block: 'One line for each item, with a dash: `- Read`.',
  },
  default: 'keep',
  scope: 'editor',
});
