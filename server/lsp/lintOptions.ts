/** What the diagnostics of an open document depend on. */
import type { Agent, Settings, Workspace } from '../core/index';

/** What diagnostics depend on besides the text. */
export interface LintOptions {
  readonly uri: string;
  readonly settings: Settings;
  /** The document as the other hosts read it. */
  readonly others: readonly Agent[];
  readonly docsBase: string | undefined;
  readonly workspace: Workspace;
}
