/** The places in a file at which a cursor feature may be asked. */
import type { ReportCursor } from '../completionReport/reportCursor';
import type { Field } from '../hosts/field';
import type { Nested } from '../syntax/cursor/nesting';
import type { Item } from '../syntax/lists/items';
import type { Entry, Fence, Inline, Section } from '../syntax/tree';
import type { Span } from '../text/span';

/** `span` is what a completion replaces and what a hover describes; it may be empty. */
export type CursorContext =
  | { readonly kind: 'start'; readonly span: Span } // the top of a file without fields, with the dashes typed there
  | { readonly kind: 'delimiter'; readonly span: Span } // the dashes that open or close the frontmatter
  | { readonly kind: 'key'; readonly span: Span; readonly entry: Entry | undefined }
  | { readonly kind: 'value'; readonly span: Span; readonly entry: Entry; readonly field: Field | undefined }
  | {
      readonly kind: 'item';
      readonly span: Span;
      readonly entry: Entry;
      readonly field: Field;
      readonly item: Item | undefined;
      readonly others: readonly Item[];
    }
  | {
      readonly kind: 'nested';
      readonly span: Span;
      readonly entry: Entry;
      readonly field: Field;
      readonly nested: Nested;
    } // below a structured field
  | { readonly kind: 'comment'; readonly span: Span }
  | { readonly kind: 'heading'; readonly span: Span; readonly section: Section | undefined; readonly level: number }
  | { readonly kind: 'pseudoHeading'; readonly span: Span; readonly section: Section } // a bold line or tag of a known section
  | { readonly kind: 'fence'; readonly span: Span; readonly fence: Fence }
  | { readonly kind: 'report'; readonly span: Span; readonly fence: Fence; readonly place: ReportCursor } // in its template
  | { readonly kind: 'reference'; readonly span: Span; readonly reference: Inline }
  | { readonly kind: 'prose'; readonly span: Span };
