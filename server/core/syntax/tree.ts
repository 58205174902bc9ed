/** The document model: the result of `parse` for an agent file, as plain immutable data with absolute spans. */
import type { Source } from '../text/source';
import type { Span } from '../text/span';

/** A parsed file. It exists for every text; what is wrong with the text is in `problems`. */
export interface AgentFile {
  readonly source: Source;
  /** The YAML frontmatter, when the text opens with `---`. */
  readonly frontMatter: FrontMatter | undefined;
  readonly body: Body;
  /** In the order of their spans. */
  readonly problems: readonly Problem[];
}

/** What can be wrong with the syntax; rules turn these into findings and say what the host does. */
export type ProblemCode =
  | 'frontmatter-missing' // nothing in the file looks like frontmatter
  | 'frontmatter-not-first' // frontmatter follows blank lines, a code fence or other text; span: the opening dashes
  | 'frontmatter-indented' // frontmatter whose lines are all indented; span: the opening dashes
  | 'frontmatter-opener' // the first line begins with `---` but does not open frontmatter (`----`, `--- # x`); span: the line
  | 'frontmatter-language' // `---js`, `---json`: a language word that front-matter libraries act on; span: the word
  | 'frontmatter-unclosed' // no line of three dashes follows; span: the opening dashes
  | 'yaml' // the YAML is not valid; `detail` is the parser's message; span: where
  | 'yaml-not-a-mapping' // the frontmatter is a list or a single value; span: that value
  | 'toml' // the TOML is not valid; `detail` says what is wrong as a sentence without a full stop; span: where
  | 'json' // the file is not a JSON object; `detail` is a clause; span: where
  | 'limit' // a bound was hit and the rest was not read; `detail` says which; span: where
  | 'file-limit'; // the file is too large, and nothing of it was read; the only problem then; span: the opening dashes

export interface Problem {
  readonly code: ProblemCode;
  readonly span: Span;
  readonly detail: string;
}

/**
 * The frontmatter.
 * @example
 * In `---\nname: a\n---\nHi`: `span` 0–16 (both fence lines with their line ends), `opener` 0–3, `content` 4–12
 * (`name: a\n`), `closer` 12–15.
 */
export interface FrontMatter {
  readonly span: Span;
  readonly opener: Span;
  /** From the line after the opener to the closing line, or to where the frontmatter is taken to end when it is not closed. */
  readonly content: Span;
  readonly closer: Span | undefined;
  readonly closed: boolean;
  /** The word after the opening dashes, lower case; empty for plain `---`. */
  readonly language: string;
  /** In file order; a repeated key appears once for each time it is written. */
  readonly entries: readonly Entry[];
  /** Whether `entries` come from line-by-line recovery because the YAML as a whole did not parse. */
  readonly recovered: boolean;
}

/**
 * One `key: value` of a map.
 * @example In `name: a # c`: `keySpan` 0–4, `value.span` 6–7, `span` 0–7.
 */
export interface Entry {
  /** The key as YAML reads it; empty when the key is itself a list or a map. */
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Value;
  /** From the first character of the key to the last one of the value. */
  readonly span: Span;
}

export type Value = Scalar | Sequence | Mapping | Alias | Missing | Broken;

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/**
 * A single value.
 * @example In `"a b"`: `span` 0–5, `inner` 1–4, `text` `a b`. For a block scalar `span` begins at `|` or `>` and `inner`
 * contains its lines with their indentation.
 */
export interface Scalar {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  /** The value after unquoting, unescaping and folding. */
  readonly text: string;
  /** What YAML 1.2's core schema makes of it; only plain scalars are ever anything but a string. */
  readonly type: 'string' | 'number' | 'boolean' | 'null';
  readonly span: Span;
  readonly inner: Span;
}

/** A sequence, `[a, b]` or one `- ` line an item. */
export interface Sequence {
  readonly kind: 'sequence';
  readonly style: 'flow' | 'block';
  readonly items: readonly SequenceItem[];
  readonly span: Span;
}

/**
 * One item of a list.
 * @example In `  - Read`, inside a block list: `span` 2–8 (with its dash), `value.span` 4–8. In `[Read, Edit]` both are equal.
 */
export interface SequenceItem {
  readonly value: Value;
  readonly span: Span;
}

export interface Mapping {
  readonly kind: 'mapping';
  readonly style: 'flow' | 'block';
  readonly entries: readonly Entry[];
  readonly span: Span;
}

/** `*name`, a reference to an anchored value; never expanded. */
export interface Alias {
  readonly kind: 'alias';
  readonly target: string;
  readonly span: Span;
}

/** Nothing is after the colon or dash; the span is the empty one where a value would be. */
export interface Missing {
  readonly kind: 'missing';
  readonly span: Span;
}

/** Text that YAML could not read as a value; `text` is what is there. */
export interface Broken {
  readonly kind: 'broken';
  readonly text: string;
  readonly span: Span;
}

/** The Markdown after the frontmatter. */
export interface Body {
  readonly span: Span;
  /** Blocks tile the body: each begins where the one before ends, and joined they give the text back. */
  readonly blocks: readonly Block[];
  /** The section that contains the whole body; its level is 0 and its title empty. */
  readonly root: Section;
  /** Sections without a heading: bold lines and pairs of tags, in file order. They are in no section's `children`. */
  readonly pseudoHeadings: readonly Section[];
  readonly fences: readonly Fence[];
  readonly taskItems: readonly TaskItem[];
  readonly tags: readonly Tag[];
  readonly inlines: readonly Inline[];
  /** What was found in its lines, which a later version of the text takes over as far as it is the same. */
  readonly pieces: Pieces;
}

/** What is found in the lines of a body, each list in file order. */
export interface Pieces {
  readonly blocks: readonly Block[];
  readonly fences: readonly Fence[];
  readonly headings: readonly Heading[];
  readonly boldLines: readonly BoldLine[];
  readonly tags: readonly Tag[];
  readonly taskItems: readonly TaskItem[];
  readonly inlines: readonly Inline[];
  /** Where lines begin at which nothing is open, so that what follows does not depend on what is before. */
  readonly seams: readonly number[];
}

/** A heading before it is a section. */
export interface Heading {
  readonly level: number;
  readonly heading: Span;
  /** The title, line by line: one span for an ATX heading, one a line for a setext heading. */
  readonly titleLines: readonly Span[];
  /** Where the heading's first line begins. */
  readonly lineStart: number;
}

/** A bold line that people use as a heading. */
export type BoldLine = Pick<Section, 'heading' | 'titleSpan'>;

export type BlockKind =
  | 'blank'
  | 'heading' // ATX, or setext with its underline
  | 'fence' // from the opening to the closing line
  | 'code' // indented code
  | 'html'
  | 'thematicBreak'
  | 'paragraph'; // paragraphs and list items, one block a run of lines

/** Whole lines of one kind, line ends included. */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
  /** How many block quotes and list items the lines are in. */
  readonly depth: number;
}

/**
 * What opens a section: a CommonMark heading or, only for people and models, a bold line
 * (`**Will:**`) or a tag (`<workflow>`), which CommonMark reads as a paragraph and as HTML.
 */
export type SectionForm = 'heading' | 'bold' | 'tag';

/**
 * A heading with everything under it.
 * @example In `## A\nx\n### B\ny\n## C`, section A: `heading` 0–4, `titleSpan` 3–4, `span` 0–15, one child B.
 * @example In `# A\n**Will:**\n- x\n`, the pseudo-heading: `level` 2, `heading` 4–13, `titleSpan` 6–11 (`Will:`), `span` 4–18.
 */
export interface Section {
  readonly form: SectionForm;
  /** 1 to 6; 0 for the root. That of a bold line or tag is one below the heading it is under. */
  readonly level: number;
  /** The heading's inline text as written, without marks and closing hashes; the name of a tag. */
  readonly title: string;
  /** From the first hash to the end of the line's text; for a setext heading to the end of its underline. */
  readonly heading: Span;
  readonly titleSpan: Span;
  /** From the heading to the next heading of the same or a higher level, or to the end of the body. */
  readonly span: Span;
  readonly children: readonly Section[];
}

/**
 * A fenced code block.
 * @example In "```yaml\na: 1\n```": `language` `yaml`, `info` 3–7, `content` 8–13, `opener` 0–3, `closer` 13–16.
 */
export interface Fence {
  /** The first word of the info string, lower case. */
  readonly language: string;
  readonly info: Span;
  readonly opener: Span;
  /** The lines between the fence lines, with container prefixes and line ends. */
  readonly content: Span;
  /** Missing when the fence runs to the end of its container. */
  readonly closer: Span | undefined;
  /** From the opener's first character to the end of the closer, or of the content. */
  readonly span: Span;
  /** Columns that content lines lose to the fence's own indentation, 0 to 3. */
  readonly indent: number;
  readonly depth: number;
}

/** `- [ ] text`: `box` is the three characters of the box, `label` the text after it. */
export interface TaskItem {
  readonly done: boolean;
  readonly box: Span;
  readonly label: Span;
}

/** A line that begins with `<name …>` or `</name>` outside fences. Models read such tags as structure. */
export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly span: Span;
}

/**
 * Something in prose that may name a tool, an agent or a file; it is not resolved here.
 * `code`: the inside of `` `x` ``; `mention`: the word after an `@`; `link`: the target of `[text](target)`.
 */
export interface Inline {
  readonly kind: 'code' | 'mention' | 'link';
  readonly text: string;
  readonly span: Span;
}
