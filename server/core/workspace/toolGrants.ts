/** What is kept of the tools of an agent: those that it gets, and why it does not get others. */
import type { Agent } from '../agent/agent';
import { presentName } from '../hosts/effectiveTools';
import type { DroppedTool, WithheldTool } from '../hosts/verdict';
import { memo } from '../text/memo';

/** The tools of an agent that loads. */
export interface ToolGrants {
  /** Whether no list restricts the agent. */
  readonly inherited: boolean;
  /** Current names of tools, and MCP entries as written. */
  readonly effective: readonly string[];
  /** Names in lists that grant nothing, each with the reason. */
  readonly dropped: readonly DroppedTool[];
  /** Listed tools that the host has, and does not give as tools of their own. */
  readonly withheld: readonly WithheldTool[];
  /** Current names of the tools that a list takes away, and other names there as written. */
  readonly denied: readonly string[];
}

/** Names kept of each list; a host has some dozens of tools. */
const MOST = 500;

/** The grants of an agent; undefined when it does not load. */
export function toolGrantsOf({ format, verdict, toolLists }: Agent): ToolGrants | undefined {
  const found = verdict();
  if (found === undefined || found.cause !== null) return undefined;
  const { inherited, effective, dropped, withheld } = found.tools;
  const denied = toolLists().flatMap((list) =>
    list.verb === 'denies' ? list.all.map(({ item }) => presentName(item.text, format) ?? item.text) : [],
  );
  return {
    inherited,
    effective: same(effective.slice(0, MOST)),
    dropped: dropped.slice(0, MOST),
    withheld,
    denied: [...new Set(denied)],
  };
}

/** Most agents of a workspace have one of a few lists, which is kept once. */
const same = (names: readonly string[]): readonly string[] => shared(names.join('\n'), names);

const shared = memo<readonly string[], readonly string[]>(1 << 16, (text, names) => names ?? text.split('\n'));
