/** How bad it is that a host does not read the frontmatter of a file. */
import type { Agent } from '../agent/agent';
import type { Severity } from '../hosts/effect';

/** The severity of a fault for which the host reads no field; an error where limits that are written in the file are lost. */
export const lossSeverity = ({ format, verdict }: Pick<Agent, 'format' | 'verdict'>): Severity =>
  verdict()?.grantsMore === true ? 'error' : format.on.noFrontMatter.severity;
