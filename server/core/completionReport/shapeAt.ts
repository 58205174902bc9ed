/** Finds what the template asks for at a path of keys. */
import type { AgentFile } from '../syntax/tree';
import { mapShape, type ReportShape } from './shape';
import { reportOf } from './template';

/** The shape under `path`, which counts from the report's own map and may name list items as `-`; undefined where none is. */
export function shapeAt(file: AgentFile, path: readonly string[]): ReportShape | undefined {
  const report = reportOf(file);
  if (report === undefined) return undefined;
  let shape: ReportShape | undefined = mapShape(file.source.text, report.entries);
  for (const key of path) {
    if (key === '-') continue;
    while (shape?.kind === 'sequence') shape = shape.item;
    shape = shape?.kind === 'mapping' ? shape.keys.find(({ name }) => name === key)?.shape : undefined;
  }
  return shape;
}
