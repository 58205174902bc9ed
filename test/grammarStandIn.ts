/** Small Markdown and YAML grammars that give frontmatter and YAML fences the scopes that VS Code gives them. */

const plainStart = '[^\\s\\-?:,\\[\\]{}#&*!|>\'"%@`]';
const keyScopes = 'meta.map.yaml meta.map.key.yaml string.unquoted.plain.yaml entity.name.tag.yaml';

const quoted = (mark: string, kind: string) => ({
  begin: mark,
  end: mark,
  name: `string.quoted.${kind}.yaml`,
  beginCaptures: { 0: { name: 'punctuation.definition.string.begin.yaml' } },
  endCaptures: { 0: { name: 'punctuation.definition.string.end.yaml' } },
});

const quotedKey = (mark: string, kind: string) => ({
  ...quoted(mark, kind),
  begin: `(?<=^|[ \\t])${mark}(?=[^${mark}]*${mark}[ \\t]*:\\s)`,
  name: `meta.map.key.yaml string.quoted.${kind}.yaml entity.name.tag.yaml`,
});

const yaml = {
  scopeName: 'source.yaml',
  patterns: [
    { match: '(?<=^|[ \\t])(#).*$', name: 'comment.line.number-sign.yaml' },
    quotedKey('"', 'double'),
    quotedKey("'", 'single'),
    quoted('"', 'double'),
    quoted("'", 'single'),
    { begin: `(?:^|\\G|(?<=[ -] ))(?=${plainStart}[^:#]*:\\s)`, end: '(?=[ \\t]*:\\s)', name: keyScopes },
    { match: ':(?=\\s)', name: 'punctuation.separator.map.value.yaml' },
    { match: '-(?=\\s)', name: 'punctuation.definition.block.sequence.item.yaml' },
    { begin: '[|>][+-]?$', end: '^(?=\\S)', contentName: 'string.unquoted.block.yaml' },
    {
      begin: '\\[',
      end: '\\]',
      name: 'meta.flow.sequence.yaml',
      patterns: [
        quoted('"', 'double'),
        quoted("'", 'single'),
        { match: ',', name: 'punctuation.separator.sequence.yaml' },
        { begin: `(?=${plainStart})`, end: '(?=[ \\t]*[,\\]]|[ \\t]*$)', name: 'string.unquoted.plain.in.yaml' },
      ],
    },
    { begin: `(?=${plainStart})`, end: '(?=[ \\t]+#|[ \\t]*$)', name: 'string.unquoted.plain.out.yaml' },
    { match: '[ \\t]+', name: 'punctuation.whitespace.separator.yaml' },
  ],
};

const markdown = {
  scopeName: 'text.html.markdown',
  patterns: [
    {
      begin: '\\A---$',
      while: '^(?!---$)',
      contentName: 'meta.embedded.block.frontmatter',
      patterns: [{ include: 'source.yaml' }],
    },
    {
      begin: '(?:^|\\G)[ \\t]*```yaml$',
      end: '(?:^|\\G)[ \\t]*```$',
      name: 'markup.fenced_code.block.markdown',
      patterns: [
        {
          begin: '(?:^|\\G)',
          while: '(?:^|\\G)(?![ \\t]*```)',
          contentName: 'meta.embedded.block.yaml',
          patterns: [{ include: 'source.yaml' }],
        },
      ],
    },
    { match: '.+$', name: 'meta.paragraph.markdown' },
  ],
};

const prompt = { scopeName: 'text.html.markdown.prompt', patterns: [{ include: 'text.html.markdown' }] };

/** The grammars as JSON texts, by scope name. */
export const standIn: ReadonlyMap<string, string> = new Map(
  [yaml, markdown, prompt].map((grammar) => [grammar.scopeName, JSON.stringify(grammar)]),
);
