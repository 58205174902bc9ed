/** The overviews of all agents of a workspace: the tool matrix and the delegation graph, each as data and as text. */
export { graphOf } from './graph';
export { type Matrix, matrixOf } from './matrix';
export { type MatrixTextOptions, matrixTextOf } from './matrixText';
export { mermaidOf } from './mermaid';
export { type Picture, pictureOf } from './picture';
