/** The message about a rule that does not exist. */
import { closestOf, rules } from '../core/index';

/** Names the rule that was probably meant, or how to list them all. */
export function unknownRule(id: string): string {
  const closest = closestOf(
    id,
    rules.map((rule) => rule.id),
  );
  return closest === undefined
    ? `unknown rule '${id}'; 'agent-authoring rules' lists all rules`
    : `unknown rule '${id}'; did you mean '${closest}'?`;
}
