/** Writes a conversion for people: the new text, and a report of what became of each part. */
import { byOutcome, conversionLine } from '../../../core/index';
import { printable } from '../../printable';
import type { ConvertFormatter } from './formatter';

export const text: ConvertFormatter = ({ source, target, conversion, isStopped, path, isWritten }) => {
  const report = (lines: readonly string[]): string => lines.map((line) => `${printable(line)}\n`).join('');
  if ('refused' in conversion) return { out: '', err: report([`${source}: not converted. ${conversion.refused}`]) };
  const { changes, widens } = conversion;
  const head = isStopped
    ? `${source}: not converted for ${target.host.name}, because the agent would get more than it has:`
    : `${source}: converted for ${target.host.name}`;
  const err = report([
    head,
    ...widens.map((line) => `  ${line}`),
    ...(isStopped ? ['  Convert it all the same with --allow-more.'] : []),
    ...changes.toSorted(byOutcome).map((change) => `  ${conversionLine(change)}`),
  ]);
  if (isStopped) return { out: '', err };
  return isWritten ? { out: `${path}\n`, err } : { out: conversion.text, err };
};
