/** Document links: the targets of Markdown links and images, for a click with the modifier key. */

import type { DocumentLink } from 'vscode-languageserver-types';
import type { Agent } from '../agent/agent';
import { resolveTarget, unescaped } from '../text/uri';
import { rangeOf } from './ranges';

/**
 * The links of the body to web pages and to paths relative to the document's folder, outside code blocks, and the paths that a
 * manifest names.
 * The target may not exist.
 * @param uri The document's own URI.
 */
export const linksOf = (agent: Agent, uri: string): readonly DocumentLink[] =>
  agent.format.pathsIn === undefined ? bodyLinks(agent, uri) : pathLinks(agent);

/** The paths that a file names. */
const pathLinks = ({ file, links }: Agent): readonly DocumentLink[] =>
  links().flatMap(({ span, leadsTo: [target] }) =>
    target === undefined ? [] : [{ range: rangeOf(file.source, span), target }],
  );

const bodyLinks = ({ file }: Agent, uri: string): readonly DocumentLink[] =>
  file.body.inlines.flatMap((reference): readonly DocumentLink[] => {
    const target = reference.kind === 'link' ? resolveTarget(uri, unescaped(reference.text)) : undefined;
    return target === undefined ? [] : [{ range: rangeOf(file.source, reference.span), target }];
  });
