/** Writes how each file loads as JSON: a stable format. */
import { jsonText } from '../../printable';
import { namesOfReader } from '../../readers';
import type { ExplainFormatter } from './formatter';

/** The version of the format; it changes only when existing keys change. */
const VERSION = 1;

/** One line; the order of the keys is part of the format. */
export const json: ExplainFormatter = (explained) => {
  const files = explained.map(({ path, reader, lost, verdict: { verdict, cause, reason, name, tools } }) => ({
    path,
    dialect: reader.id,
    ...namesOfReader(reader),
    verdict,
    cause,
    reason,
    name,
    tools: {
      inherited: tools.inherited,
      effective: tools.effective,
      dropped: tools.dropped.map((tool) => ({ name: tool.name, why: tool.why })),
      withheld: tools.withheld.map((tool) => ({ name: tool.name, how: tool.how })),
      ...(tools.limits === undefined ? {} : { limits: tools.limits }),
    },
    ...(lost === undefined ? {} : { lost }),
  }));
  return `${jsonText({ version: VERSION, files })}\n`;
};
