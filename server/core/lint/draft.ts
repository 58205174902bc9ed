/** What is known of a file before the others around it are known. */
import type { Suppressed } from '../agent/suppressions';
import type { Lines } from '../text/source';
import type { SkillFile } from '../workspace/skillCards';
import type { Ties } from '../workspace/ties';
import type { Failure, LintFinding } from './lintFinding';
import type { Settings } from './settings';

/** What the rules about one file say, with all that is needed to add what the rules about several files say. It keeps no text. */
export interface Draft {
  /** Of an agent. */
  readonly ties: Ties | undefined;
  /** The same of a skill or command. */
  readonly skill: SkillFile | undefined;
  readonly lines: Lines;
  readonly settings: Settings;
  /** In the order of their spans, as they are shown. */
  readonly own: readonly LintFinding[];
  /** What is said only if the rules about several files report nothing at some place. */
  readonly pending: readonly LintFinding[];
  readonly failures: readonly Failure[];
  readonly suppressed: Suppressed;
  /** The ids of the other formats in which the file is read under the same name, where the project is used with their hosts. */
  readonly seconds: readonly string[];
  /** Whether nothing else must be said about the file. */
  readonly isClosed: boolean;
}
