/** The kind of section in which endpoint patterns are offered. */

/** `SectionKind.id`. */
export const ENDPOINT_SECTION = 'endpoint-pattern';
