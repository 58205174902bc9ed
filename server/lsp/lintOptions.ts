/** What diagnostics depend on besides the text. */
import type { Agent, Settings, Workspace } from '../core/index';

export interface LintOptions {
  readonly uri: string;
  readonly settings: Settings;
  /** The document as the other hosts read it. */
  readonly others: readonly Agent[];
  readonly docsBase: string | undefined;
  readonly workspace: Workspace;
}
