/** What a client makes of a Markdown text, for tests that nothing from a file becomes markup. */
import MarkdownIt from 'markdown-it';

/** As a client that makes links of plain addresses and passes HTML on. */
export const renderer = new MarkdownIt({ html: true, linkify: true });

/** Most hovers say the same in many files. */
const known = new Map<string, readonly string[]>();

/** The same for a text that may come again. */
export function markupIn(markdown: string): readonly string[] {
  const found = known.get(markdown) ?? rendered(markdown);
  known.set(markdown, found);
  return found;
}

/** Every link, image, heading, table and piece of HTML that a client would show. Our own texts contain none of these. */
function rendered(markdown: string): readonly string[] {
  const foreign = /^(?:link_open|image|html_inline|html_block|heading_open|table_open)$/;
  return renderer
    .parse(markdown, {})
    .flatMap((block) => [block, ...(block.children ?? [])])
    .filter(({ type }) => foreign.test(type))
    .map((token) => `${token.type} ${token.content}${token.attrGet('href') ?? token.attrGet('src') ?? ''}`);
}

/** Characters that hide, or that change what is read. */
export const CONTROL = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;
