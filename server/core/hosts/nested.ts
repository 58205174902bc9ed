/** Finds the shape of a value inside a structured field. */
import type { NestedShape } from './field';

/** The shape at a path of keys and `-`, or undefined where the path leaves what is known. */
export function shapeAt(root: NestedShape, path: readonly string[]): NestedShape | undefined {
  let shape: NestedShape | undefined = root;
  for (const step of path) {
    if (shape === undefined) return undefined;
    if (step === '-') shape = shape.kind === 'sequence' ? shape.item : undefined;
    else if (shape.kind === 'mapping') shape = Object.hasOwn(shape.keys, step) ? shape.keys[step]?.value : shape.rest;
    else shape = shape.kind === 'named' ? shape.value : undefined;
  }
  return shape;
}
