interface Pattern {
  readonly pattern: string;
}

interface Compiled<Entry extends Pattern> {
  entry: Entry;
  segments: readonly string[];
  open: boolean;
}

/** Finds a path in a table of patterns. They are kept by their first two fixed segments, so a look-up compares a few, not all. */
export class PathMatcher<Entry extends Pattern> {
  private readonly byHead = new Map<string, Compiled<Entry>[]>();

  constructor(table: readonly Entry[]) {
    for (const entry of table) {
      const open = entry.pattern.endsWith('/*');
      const segments = (open ? entry.pattern.slice(0, -2) : entry.pattern).split('/').slice(1);
      const head = headOf(segments);
      this.byHead.set(head, [...(this.byHead.get(head) ?? []), { entry, segments, open }]);
    }
  }

  match(path: string): Entry | undefined {
    const segments = path.split('/').slice(1);
    return this.byHead.get(headOf(segments))?.find((candidate) => matches(candidate, segments))?.entry;
  }
}

function headOf(segments: readonly string[]): string {
  return segments[0] === 'v1' ? `v1/${segments[1] ?? ''}` : (segments[0] ?? '');
}

function matches({ segments: wanted, open }: Compiled<Pattern>, given: readonly string[]): boolean {
  if (open ? given.length < wanted.length : given.length !== wanted.length) return false;
  return wanted.every((segment, i) => (segment.startsWith(':') ? given[i] !== '' : segment === given[i]));
}
