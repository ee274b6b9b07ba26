import { routingTable, type Route } from './routing-table';

interface CompiledRoute {
  route: Route;
  segments: readonly string[];
  open: boolean;
}

/** Finds the route of a path. Routes are kept by their first two fixed segments, so a look-up compares a few, not all. */
export class RouteMatcher {
  private readonly byHead = new Map<string, CompiledRoute[]>();

  constructor(table: readonly Route[] = routingTable) {
    for (const route of table) {
      const open = route.pattern.endsWith('/*');
      const segments = (open ? route.pattern.slice(0, -2) : route.pattern).split('/').slice(1);
      const head = headOf(segments);
      this.byHead.set(head, [...(this.byHead.get(head) ?? []), { route, segments, open }]);
    }
  }

  match(path: string): Route | undefined {
    const segments = path.split('/').slice(1);
    return this.byHead.get(headOf(segments))?.find((candidate) => matches(candidate, segments))?.route;
  }
}

function headOf(segments: readonly string[]): string {
  return segments[0] === 'v1' ? `v1/${segments[1] ?? ''}` : (segments[0] ?? '');
}

function matches({ segments: wanted, open }: CompiledRoute, given: readonly string[]): boolean {
  if (open ? given.length < wanted.length : given.length !== wanted.length) return false;
  return wanted.every((segment, i) => (segment.startsWith(':') ? given[i] !== '' : segment === given[i]));
}
