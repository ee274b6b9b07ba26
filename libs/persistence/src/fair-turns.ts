/** A row that is due, and whose it is. */
export interface DueRow {
  id: string;
  org_id: string;
}

/** So many turns a newcomer is ahead of: who was served longer ago comes before it. */
const headStart = 8;

/**
 * Whose turn it is when more is due than can be done. The organisation with the least under way comes first; among equals, the
 * one whose last turn is longest ago; only then what is longest due. So a backlog of one makes nobody else wait for more than
 * the pieces that are being done. Whoever comes new is let in before those who were served a moment ago, but however many come, who
 * has waited for more turns than that is before them. Each process keeps turns of its own, which is fair over all of them, too.
 */
export class FairTurns {
  readonly #underWay = new Map<string, number>();
  readonly #lastTurn = new Map<string, number>();
  #turn = 0;

  /** The next `limit` of these rows, which come longest due first. */
  choose<Row extends DueRow>(rows: readonly Row[], limit: number): Row[] {
    const waiting = Map.groupBy(rows, (row) => row.org_id);
    // Who has nothing to do has waited for nothing.
    for (const org of this.#lastTurn.keys()) if (!waiting.has(org)) this.#lastTurn.delete(org);
    for (const org of waiting.keys()) if (!this.#lastTurn.has(org)) this.#lastTurn.set(org, this.#turn - headStart);
    const planned = new Map<string, number>();
    const chosen: Row[] = [];
    while (chosen.length < limit && waiting.size > 0) {
      const load = (org: string) => (this.#underWay.get(org) ?? 0) + (planned.get(org) ?? 0);
      // Of equals the first: organisations stand in the order of what is longest due.
      const [org, own] = [...waiting].reduce((a, b) => (this.#before(b[0], a[0], load) ? b : a));
      chosen.push(own.shift()!);
      if (own.length === 0) waiting.delete(org);
      planned.set(org, (planned.get(org) ?? 0) + 1);
      this.#lastTurn.set(org, (this.#turn += 1));
    }
    return chosen;
  }

  begun(org: string): void {
    this.#underWay.set(org, (this.#underWay.get(org) ?? 0) + 1);
  }

  ended(org: string): void {
    const left = (this.#underWay.get(org) ?? 0) - 1;
    if (left > 0) this.#underWay.set(org, left);
    else this.#underWay.delete(org);
  }

  #before(a: string, b: string, load: (org: string) => number): boolean {
    if (load(a) !== load(b)) return load(a) < load(b);
    return this.#lastTurn.get(a)! < this.#lastTurn.get(b)!;
  }
}
