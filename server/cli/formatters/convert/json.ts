/** Writes a conversion as JSON: a stable format. */
import { jsonText } from '../../printable';
import type { ConvertFormatter } from './formatter';

/** The version of the format; it changes only when existing keys change. */
const VERSION = 1;

/** One line. */
export const json: ConvertFormatter = ({ source, target, conversion, isStopped, path, isWritten }) => {
  const common = { version: VERSION, source, host: target.host.id, format: target.id, stopped: isStopped };
  const result =
    'refused' in conversion
      ? { ...common, refused: conversion.refused }
      : {
          ...common,
          path,
          written: isWritten && !isStopped,
          text: conversion.text,
          changes: conversion.changes,
          widens: conversion.widens,
        };
  return { out: `${jsonText(result)}\n`, err: '' };
};
