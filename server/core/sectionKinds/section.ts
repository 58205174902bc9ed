/** What is known about one kind of body section: its heading, other spellings of it, and what belongs in it. */

export interface SectionKind {
  /** Kebab-case, unique in the catalogue. */
  readonly id: string;
  /** The heading's usual text, without emoji. */
  readonly title: string;
  /** The emoji that often precedes it. */
  readonly emoji?: string;
  /** The heading level it usually has; recognition does not depend on it. */
  readonly level: 2 | 3;
  /** Every heading text of this section in the form of `normalTitle`, including its title. */
  readonly spellings: readonly string[];
  /** `id` of the section that it usually is in. */
  readonly parent?: string;
  /** What the section is for, one sentence. */
  readonly summary: string;
  /** What belongs in it, one sentence. */
  readonly contains: string;
  /** Markdown for below the heading, without a heading of its own; `[words]` are placeholders. */
  readonly template: string;
  /** A good example: Markdown for below the heading, with placeholders in reports only. */
  readonly example: string;
}
