/** I1: a floor imports only floors below it, rules and features do not import each other, and there are no import cycles. */
import { floors } from './layout';
import { type Files, type Invariant, targetOf, typescriptIn, type Violation } from './sources';

interface Room {
  readonly floor: number;
  readonly room: string;
}

function roomOf(path: string): Room | undefined {
  for (const [floor, rooms] of floors.entries()) {
    for (const names of rooms) {
      if (names.some((name) => path === name || (name.endsWith('/') && path.startsWith(name))))
        return { floor, room: names.join() };
    }
  }
  return undefined;
}

/** Relative imports as pairs of paths; data files such as `package.json` have no floor and are left out. */
function edgesOf(files: Files, ...folders: readonly string[]): readonly (readonly [string, string])[] {
  return typescriptIn(files, ...folders).flatMap(([path, file]) =>
    file.imports().flatMap(({ from }): readonly (readonly [string, string])[] => {
      const target = targetOf(files, path, from);
      return target === undefined || target.endsWith('.json') ? [] : [[path, target]];
    }),
  );
}

/** Every file of the server has a floor and imports nothing above it or beside it. */
export const importsGoDown: Invariant = (files) => [
  ...typescriptIn(files, 'server')
    .filter(([path]) => roomOf(path) === undefined)
    .map(([path]) => ({ path, what: 'stands on no floor' })),
  ...edgesOf(files, 'server').flatMap(([path, target]): readonly Violation[] => {
    const [from, to] = [roomOf(path), roomOf(target)];
    if (from === undefined) return [];
    if (to === undefined) return [{ path, what: `imports ${target}, which is no part of the server` }];
    return to.floor < from.floor || to.room === from.room
      ? []
      : [{ path, what: `imports ${target}, which is not below it` }];
  }),
];

/** The types of what the page of the playground asks its worker, and the page. */
const PLAYGROUND = { messages: 'server/playground/messages.ts', page: 'client/playground/' };

/** The client shares only the protocol with the server. The page of the playground takes the types of its own from there. */
export const clientStandsAlone: Invariant = (files) =>
  typescriptIn(files, 'client').flatMap(([path, file]) =>
    file.imports().flatMap(({ from, onlyTypes }): readonly Violation[] => {
      const target = targetOf(files, path, from);
      const isShared = target === PLAYGROUND.messages && onlyTypes && path.startsWith(PLAYGROUND.page);
      if (target === undefined || target.endsWith('.json') || target.startsWith('client/') || isShared) return [];
      return [{ path, what: `imports ${target}` }];
    }),
  );

/** No file reaches itself by following imports. Type imports count too. */
export const noCycles: Invariant = (files) => {
  let edges = edgesOf(files, 'client', 'server', 'test');
  // An import from a file that no other file imports, or of a file without imports, is in no cycle; without such imports only
  // circles are left.
  for (let before = -1; before !== edges.length; ) {
    before = edges.length;
    const importers = new Set(edges.map(([path]) => path));
    const imported = new Set(edges.map(([, target]) => target));
    edges = edges.filter(([path, target]) => imported.has(path) && importers.has(target));
  }
  return edges.map(([path, target]) => ({ path, what: `imports ${target}, which leads back to it` }));
};
