/** Writes rows of the tables of tools: those that a host has, and those of other products. */
import type { Evidence } from './field';
import type { Ability, Foreign, Tool, ToolEffect } from './tool';

/**
 * A function that describes a tool which every agent may have.
 * @param evidence Where the facts come from, unless a tool has evidence of its own.
 */
export const toolWith =
  (evidence: Evidence) =>
  (summary: string, effect: ToolEffect, gives: readonly Ability[] = [], more: Partial<Tool> = {}): Tool => ({
    summary,
    effect,
    subagents: 'always',
    ...(gives.length > 0 && { gives }),
    evidence,
    ...more,
  });

/**
 * The tools of another product.
 * @param names Each with the tool that replaces it here, or null where there is none.
 */
export const foreignTools = <Name extends string>(
  product: string,
  names: Readonly<Record<string, Name | null>>,
  more: Partial<Foreign> = {},
): Readonly<Record<string, Foreign>> =>
  Object.fromEntries(
    Object.entries(names).map(([name, replacement]) => [
      name,
      { product, ...(replacement !== null && { replacement }), ...more },
    ]),
  );
