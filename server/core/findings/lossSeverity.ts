/** How serious it is that a host cannot read the frontmatter of a file. */
import type { Agent } from '../agent/agent';
import type { Severity } from '../hosts/effect';

/** An error also where the host loads the file, when limits that are written are lost with the fields. */
export const lossSeverity = (agent: Agent): Severity =>
  agent.verdict()?.grantsMore === true ? 'error' : agent.format.on.noFrontMatter.severity;
