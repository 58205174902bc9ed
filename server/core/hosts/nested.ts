/** Finds the shape of a value inside a structured field. */

import { lookup } from './lookup';
import type { NestedShape } from './nestedShape';

/** The shape at a path of keys and `-`, or undefined where the path leaves what is known. */
export function shapeAt(root: NestedShape, path: readonly string[]): NestedShape | undefined {
  let shape: NestedShape | undefined = root;
  for (const step of path) {
    if (shape === undefined) return undefined;
    if (step === '-') shape = shape.kind === 'sequence' ? shape.item : undefined;
    else shape = shapeOfKey(shape, step);
  }
  return shape;
}

/** The shape of the value of a key in a map; undefined where the shape is not that of a map, or nothing is known about the key. */
export function shapeOfKey(map: NestedShape, key: string): NestedShape | undefined {
  if (map.kind === 'mapping') return lookup(map.keys, key)?.value ?? map.rest;
  if (map.kind === 'rule') return map.word;
  return map.kind === 'named' ? map.value : undefined;
}
