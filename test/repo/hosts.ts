/** I8: which files may import a host's folder, and which may contain the name of a host. */
import { isExportDeclaration, isIdentifier, isImportDeclaration, type Node } from 'typescript/unstable/ast';
import { CORE, HOST_REGISTRY, hostFolderOf, maySayHosts, withoutHosts } from './layout';
import { type Invariant, perFile, targetsOf, typescriptIn, type Violation } from './sources';
import { isInExample, shownText } from './sourceTree';
import { hostName, hostStem } from './vocabulary';

/** A host's folder is imported by its own files and by the registry. Tests may import everything. */
export const hostsAreSealed: Invariant = (files) =>
  typescriptIn(files, 'server', 'client')
    .filter(([path]) => path !== HOST_REGISTRY)
    .flatMap(([path]) =>
      targetsOf(files, path).flatMap((target): readonly Violation[] => {
        const folder = hostFolderOf(target);
        return folder === undefined || folder === hostFolderOf(path)
          ? []
          : [{ path, what: `imports ${target}, which only ${HOST_REGISTRY} may import` }];
      }),
    );

/** On the floors that know no hosts, neither code nor comments contain the name of one. */
export const groundNamesNoHost: Invariant = (files) =>
  typescriptIn(files, ...withoutHosts).flatMap(([path, file]) => [
    ...file
      .nodes()
      .map((node) => (isIdentifier(node) ? node.text : shownText(node)))
      .filter((text) => text !== undefined && hostStem.test(text))
      .map((text) => ({ path, what: `names a host: ${text}` })),
    ...file
      .comments()
      .filter(({ text }) => hostStem.test(text))
      .map(({ text }) => ({ path, what: `names a host: ${text}` })),
  ]);

/** Texts of the core ask the host what it is called. */
export const textsNameNoHost: Invariant = (files) =>
  typescriptIn(files, CORE)
    .filter(([path]) => !maySayHosts(path))
    .flatMap(([path, file]) => hostTextsIn(path, file).map((text) => ({ path, what: `names a host: ${text}` })));

const hostTextsIn = perFile((_, file): readonly string[] =>
  file.nodes().flatMap((node) => {
    const text = shownText(node);
    return text !== undefined && hostName.test(text) && !isInExample(node) && !isSpecifier(node) ? [text] : [];
  }),
);

/** Whether a literal is the path of a module. */
const isSpecifier = ({ parent }: Node): boolean =>
  parent !== undefined && (isImportDeclaration(parent) || isExportDeclaration(parent));
