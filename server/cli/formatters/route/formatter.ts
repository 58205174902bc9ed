/** The type of a formatter of `route`. */
import type { Route } from '../../../core/index';
import type { Environment } from '../../environment';

export interface Routed {
  /** As it was given. */
  readonly request: string;
  readonly route: Route;
}

/** Returns the whole text for standard output. */
export type RouteFormatter = (routed: Routed, environment: Environment) => string;
