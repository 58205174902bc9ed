/** Makes the HTML of a page from its Markdown, with an address for each heading and what the search knows about it. */
import MarkdownIt from 'markdown-it';
import { slugOf } from './pages';

/** A part of a page that a search finds. */
export interface Section {
  /** The place in the page; empty for the beginning. */
  readonly anchor: string;
  readonly heading: string;
  readonly level: number;
  /** Without markup. */
  readonly text: string;
}

export interface Rendered {
  readonly html: string;
  readonly sections: readonly Section[];
}

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number];

/**
 * @param linkTo Gives the address for a link or an image as it is written.
 * @throws RangeError for HTML other than comments, which would not be shown.
 */
export function rendered(markdown: string, linkTo: (href: string) => string): Rendered {
  const parser = new MarkdownIt({ html: true });
  const tokens = parser.parse(markdown, {});
  addAnchors(tokens);
  for (const token of tokens.flatMap((one) => [one, ...(one.children ?? [])])) {
    if (token.type.startsWith('html_') && !/^<!--(?:(?!-->).)*-->\s*$/s.test(token.content))
      throw new RangeError(`HTML is not shown: ${token.content}`);
    if (token.type === 'link_open') token.attrSet('href', linkTo(String(token.attrGet('href') ?? '')));
    if (token.type === 'image') {
      token.attrSet('src', linkTo(String(token.attrGet('src') ?? '')));
      token.attrSet('loading', 'lazy');
    }
  }
  const { rules } = parser.renderer;
  // Comments, which are for those who change the document.
  rules['html_block'] = () => '';
  rules['html_inline'] = () => '';
  // What scrolls must be reached with the keyboard.
  rules['table_open'] = () => '<div class="table" role="group" aria-label="Table" tabindex="0"><table>\n';
  rules['table_close'] = () => '</table></div>\n';
  rules['fence'] = (all, at) => {
    const { content = '', info = '' } = all[at] ?? {};
    const language = parser.utils.escapeHtml(info.trim());
    return `<pre tabindex="0" data-language="${language}"><code>${parser.utils.escapeHtml(content)}</code></pre>\n`;
  };
  return { html: parser.renderer.render(tokens, parser.options, {}), sections: sectionsOf(tokens) };
}

/** Gives every heading an address that no other one of the page has. */
function addAnchors(tokens: readonly Token[]): void {
  const used = new Map<string, number>();
  for (const [at, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const slug = slugOf(textOf(tokens[at + 1]));
    const times = used.get(slug) ?? 0;
    used.set(slug, times + 1);
    token.attrSet('id', times === 0 ? slug : `${slug}-${times}`);
  }
}

/** The text of an inline token, without markup. */
const textOf = (token: Token | undefined): string =>
  (token?.children ?? [])
    .map(({ type, content }) => (type === 'softbreak' ? ' ' : type === 'html_inline' ? '' : content))
    .join('');

function sectionsOf(tokens: readonly Token[]): readonly Section[] {
  const sections: { anchor: string; heading: string; level: number; texts: string[] }[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'heading_open')
      sections.push({
        anchor: String(token.attrGet('id') ?? ''),
        heading: textOf(tokens[at + 1]),
        level: Number(token.tag.slice(1)),
        texts: [],
      });
    else if (token.type === 'inline' && tokens[at - 1]?.type !== 'heading_open')
      sections.at(-1)?.texts.push(textOf(token));
  }
  return sections.map(({ texts, ...section }) => ({ ...section, text: texts.join(' ') }));
}
