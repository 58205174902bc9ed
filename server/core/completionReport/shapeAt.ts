/** Finds what the template requires at a path of keys. */
import { mapShape, type ReportShape } from './shape';
import type { Report } from './template';

/** The shape under `path`, which counts from the report's own map and may name list items as `-`; undefined where none is. */
export function shapeAt(text: string, report: Report, path: readonly string[]): ReportShape | undefined {
  let shape: ReportShape | undefined = mapShape(text, report.entries);
  for (const key of path) {
    if (key === '-') continue;
    while (shape?.kind === 'sequence') shape = shape.item;
    shape = shape?.kind === 'mapping' ? shape.keys.find(({ name }) => name === key)?.shape : undefined;
  }
  return shape;
}
