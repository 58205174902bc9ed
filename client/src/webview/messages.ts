/** What the extension and the pages of its webviews tell each other, and the answers of the server that pages show. */

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A place in a file, as the server gives it. */
export interface Place {
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

/** The answer to `agentAuthoring/toolMatrix`. */
export interface Matrix {
  readonly columns: readonly {
    readonly group: string;
    readonly name: string;
    readonly summary: string;
    readonly isListed: boolean;
  }[];
  readonly rows: readonly (Place & {
    readonly name: string;
    readonly place: string;
    readonly host: string;
    readonly state: string;
    /** One letter for each column: `l` listed, `i` inherited, `d` denied, `w` withheld, `.` nothing. */
    readonly cells: string;
    readonly notes: Readonly<Record<string, string>>;
    readonly ignored: readonly { readonly name: string; readonly why: string }[];
  })[];
  readonly leftOut: number;
  readonly isReading: boolean;
}

/** The answer to `agentAuthoring/delegationGraph`. */
export interface Picture {
  readonly nodes: readonly {
    readonly kind: string;
    readonly name: string;
    readonly label: string;
    readonly place: string;
    readonly host: string;
    readonly at?: Place;
    readonly marks: readonly string[];
    readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  }[];
  readonly edges: readonly {
    readonly from: number;
    readonly to: number;
    readonly count: number;
    readonly at: Place;
    readonly isInCycle: boolean;
    readonly isPossible: boolean;
    readonly line: readonly { readonly x: number; readonly y: number }[];
  }[];
  readonly cycles: readonly (readonly number[])[];
  readonly leftOut: { readonly count: number; readonly names: readonly string[] };
  readonly width: number;
  readonly height: number;
  readonly isReading: boolean;
}

/** Translated texts by their keys; `{0}` stands for an argument. */
export type Texts = Readonly<Record<string, string>>;

/** From the extension: what to show, or that there is no answer. */
export type ToPage<Data> =
  | { readonly kind: 'show'; readonly data: Data; readonly texts: Texts }
  | { readonly kind: 'failed'; readonly texts: Texts };

/** From a page. Places are named by their numbers in the data, so that a page cannot open other files. */
export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly row: number; readonly tool?: string }
  | { readonly kind: 'open-node'; readonly node: number }
  | { readonly kind: 'open-edge'; readonly edge: number }
  | { readonly kind: 'copy'; readonly as: 'markdown' | 'csv'; readonly rows: readonly number[]; readonly all: boolean }
  | { readonly kind: 'copy-mermaid' }
  | { readonly kind: 'save'; readonly svg: string };
