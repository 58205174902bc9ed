/** The keys of completion reports in the fences of a body. */
import { keyLinesIn } from '../report/keyLines';
import type { AgentFile, Fence } from '../syntax/tree';
import type { Span } from '../text/span';

/** The root key of each report in a YAML fence and the keys directly below it, in file order. */
export const reportKeysOf = ({ source: { text }, body }: AgentFile): readonly Span[] =>
  body.fences.flatMap((fence) => (isYaml(fence) ? keyLinesIn(text, fence.content) : []));

const isYaml = ({ language }: Fence): boolean => language === 'yaml' || language === 'yml';
