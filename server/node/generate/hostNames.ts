/** The names and paths that generated files repeat, collected from all formats of the registry. Names may occur twice. */
import { dialects } from '../../core/index';

/** Every field of any host. */
export const fieldNames: readonly string[] = dialects.flatMap(({ fields }) => Object.keys(fields));

/** The fields whose value is a list of tools. */
export const toolFields: readonly string[] = dialects.flatMap(({ fields }) =>
  Object.entries(fields).flatMap(([key, { shape }]) => (shape.kind === 'tools' ? [key] : [])),
);

/** Every tool of any host, and every old name that still works. */
export const toolNames: readonly string[] = dialects.flatMap(({ tools, retired }) => [
  ...Object.keys(tools),
  ...Object.entries(retired).flatMap(([name, { state }]) => (state === 'alias works' ? [name] : [])),
]);

/** How the names of MCP tools begin. */
export const mcpPrefixes: readonly string[] = dialects.map(({ mcpPrefix }) => mcpPrefix);

/** Every kind of file that a host reads, the most usual first. */
export const fileKinds = dialects;
