/** The request for an agent as another host has it. */
import { byOutcome, conversionLine, conversionTargets, convert, isRecord, projectOf } from '../core/index';
import { type Feature, type Known, on } from './register';

/** A host that an agent can be converted for. */
interface Target {
  readonly id: string;
  readonly name: string;
}

/** What the client gets: without `to`, the hosts to choose from; else why there is no conversion, or the conversion. */
type Answer =
  | { readonly targets: readonly Target[] }
  | { readonly refused: string }
  | {
      readonly uri: string;
      readonly text: string;
      /** One line for each part, what a person must look at first. */
      readonly report: readonly string[];
      /** What the agent may do afterwards although it was not allowed before, one sentence each. */
      readonly widens: readonly string[];
    };

/** `agentAuthoring/convert`, with `to`: the id of a host. Nothing is written; that is for the client to do. */
export const conversionFeature: Feature = on({}, (connection, guard) =>
  connection.onRequest<Answer | null, never>(
    'agentAuthoring/convert',
    guard(null, (document, params): Answer | null => answerTo(document, isRecord(params) ? params['to'] : undefined)),
  ),
);

function answerTo({ agent, uri }: Known, to: unknown): Answer | null {
  if (typeof to !== 'string') {
    const others = Object.values(conversionTargets).filter(({ host }) => host.id !== agent.format.host.id);
    return { targets: others.map(({ host }) => ({ id: host.id, name: host.name })) };
  }
  const target = Object.hasOwn(conversionTargets, to) ? conversionTargets[to] : undefined;
  if (target === undefined) return null;
  const conversion = convert(agent, target);
  if ('refused' in conversion) return conversion;
  const home = projectOf(uri, agent.format) ?? uri.slice(0, uri.lastIndexOf('/') + 1);
  return {
    uri: home + conversion.path.split('/').map(encodeURIComponent).join('/'),
    text: conversion.text,
    report: conversion.changes.toSorted(byOutcome).map(conversionLine),
    widens: conversion.widens,
  };
}
