/** Which kind of section shows an endpoint in code, so that whole patterns are offered there. */

/** `SectionKind.id`. */
export const ENDPOINT_SECTION = 'endpoint-pattern';
