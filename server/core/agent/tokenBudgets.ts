/** How many tokens the parts of an agent may have, as the settings say. */

/** Each is a number of tokens; `null` where nothing is set, and 0 where a setting removes the budget. */
export interface TokenBudgets {
  readonly descriptionBudget: number | null;
  readonly bodyBudget: number | null;
  /** For each section by itself, with the sections below it. */
  readonly sectionBudget: number | null;
}

/** Whether any budget is set. */
export const isBudget = (budget: number | null): budget is number => budget !== null && budget > 0;
