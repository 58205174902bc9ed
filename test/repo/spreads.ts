/** I9: a list of any length must not become the arguments of a call, because many arguments overflow the stack. */
import { isCallExpression, isNewExpression, isSpreadElement } from 'typescript/unstable/ast';
import { type Invariant, typescriptIn } from './sources';
import { isAtTopLevel } from './sourceTree';

/** No call of the core takes its arguments from a list. Statements of a module may: they only see our own tables. */
export const noListBecomesArguments: Invariant = (files) =>
  typescriptIn(files, 'server/core').flatMap(([path, file]) =>
    file
      .nodes()
      .filter((node) => isCallExpression(node) || isNewExpression(node))
      .filter((node) => node.arguments?.some(isSpreadElement) === true && !isAtTopLevel(node))
      .map((node) => ({ path, what: `makes arguments of a list: \`${node.getText()}\`` })),
  );
