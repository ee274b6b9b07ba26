import { PathMatcher } from './path-matcher';
import { routingTable, type Route } from './routing-table';

/** Finds the route of a path. */
export class RouteMatcher extends PathMatcher<Route> {
  constructor(table: readonly Route[] = routingTable) {
    super(table);
  }
}
