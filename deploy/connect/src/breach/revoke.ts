import { hostname, userInfo } from 'node:os';
import type { Client } from 'pg';
import { OperatorError } from '../operator-error';
import type { OrderState, Preview, RevocationsView } from './revocations-view';
import { flagsOf, type Scope } from './scope';

const pollMs = 500;

export interface RevokeOptions {
  /** Seconds to wait without any progress. */
  patience: number;
  tell(line: string): void;
}

/**
 * Writes an order down that the oauth service carries out, and follows it (security PR-08). Interrupted anywhere it is simply
 * given again: what is not carried out yet is the same order, and the service goes on in any case.
 */
export class Revoke {
  constructor(
    private readonly view: RevocationsView,
    private readonly scope: Scope,
    private readonly options: RevokeOptions,
  ) {}

  /** With the runtime role's rights. What was authorized after an order that stands already needs one of its own. */
  async carryOut(database: Client, reason: string): Promise<void> {
    const before = await this.given(database);
    if (before) {
      this.options.tell('This was ordered before and is not carried out yet: following it');
      await this.follow(before);
    }
    const id = await this.order(database, reason);
    if (id) await this.follow(id);
    else if (!before) this.options.tell(nothing);
  }

  /** The id of the order; none where there is nothing to revoke. */
  private async order(database: Client, reason: string): Promise<string | undefined> {
    const { connections, attempts } = await this.view.preview(this.scope);
    if (connections === 0 && attempts === 0) return undefined;
    const { scope, target } = this.scope;
    // Somebody else may give the same order at this moment.
    const text = `INSERT INTO revocation_orders (id, scope, target, reason, ordered_by)
                  VALUES (gen_random_uuid(), $1, $2, $3, $4)
                  ON CONFLICT (scope, coalesce(target, '')) WHERE done_at IS NULL DO NOTHING RETURNING id`;
    const by = `${userInfo().username}@${hostname()}`;
    const { rows } = await database.query<{ id: string }>(text, [scope, target, reason, by]);
    return rows[0]?.id ?? (await this.given(database)) ?? this.order(database, reason);
  }

  private async given(database: Client): Promise<string | undefined> {
    const { scope, target } = this.scope;
    const text = `SELECT id FROM revocation_orders WHERE done_at IS NULL AND scope = $1 AND target IS NOT DISTINCT FROM $2`;
    return (await database.query<{ id: string }>(text, [scope, target])).rows[0]?.id;
  }

  private async follow(id: string): Promise<void> {
    const { patience, tell } = this.options;
    let last = -1;
    let deadline = Date.now() + patience * 1000;
    for (;;) {
      const order = (await this.view.order(id))!;
      if (order.doneAt) return tell(resultOf(order));
      const left = await this.view.left(id);
      if (left !== last) {
        tell(`${count(order.revoked)} revoked, ${count(left)} to go`);
        deadline = Date.now() + patience * 1000;
      }
      last = left;
      if (Date.now() > deadline) {
        throw new OperatorError(
          `Nothing moved for ${patience} s. The order stands and is carried out as soon as the oauth service can: see that it runs, and its log for ${id}.`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
  }
}

const nothing = 'There is nothing to revoke: no such connection has a token here.';

export function previewOf(preview: Preview, scope: Scope, replicas: number): string[] {
  const { platforms, connections, people, organisations, attempts, shared } = preview;
  if (connections === 0 && attempts === 0) return [nothing];
  const longest = Math.max(...platforms.map(({ platform }) => platform.length), 0);
  return [
    'This would be revoked:',
    ...platforms.map((one) => `  ${one.platform.padEnd(longest)}  ${count(one.connections)}`),
    `  together ${count(connections)} connections of ${count(people)} people in ${count(organisations)} organisations`,
    ...(attempts > 0 ? [`  and ${count(attempts)} attempts to connect that are not finished`] : []),
    ...(shared > 0
      ? [
          `For ${count(shared)} of them the platform is not told, since another connection, which stays, rests on the same consent.`,
          'Where their tokens may be stolen, revoke those as well.',
        ]
      : []),
    'Collection stops, and what was collected is hidden at once and deleted after 7 days (TikTok: 24 hours).',
    'Each creator gets one mail for each account, that it is not connected any more. Only they can connect it again.',
    ...(replicas === 0 ? ['NO oauth service runs: start it, since it does the work.'] : []),
    `Nothing was done. To do it: npm run connect -- revoke ${flagsOf(scope)} --reason "…" --yes`,
  ];
}

/** One paragraph for each order. */
export function stateOf(order: OrderState): string[] {
  const { id, reason, orderedBy, orderedAt, doneAt, revoked, people, attempts } = order;
  return [
    `${id}  ${flagsOf(order)}`,
    `  ordered ${orderedAt.toISOString()} by ${orderedBy}: ${reason}`,
    `  ${doneAt ? `carried out ${doneAt.toISOString()}` : 'NOT CARRIED OUT YET'}: ${count(revoked)} connections of ${count(people)} people${discarded(attempts)}`,
    `  platforms: ${toldOf(order)}`,
  ];
}

function resultOf(order: OrderState): string {
  const { id, revoked, people, organisations, attempts, orderedAt, doneAt } = order;
  const seconds = ((doneAt!.getTime() - orderedAt.getTime()) / 1000).toFixed(1);
  return [
    `done: ${count(revoked)} connections of ${count(people)} people in ${count(organisations)} organisations are revoked${discarded(attempts)}, ${seconds} s after the order.`,
    'No token of theirs is left here. The platforms are told one after the other, for up to 72 hours:',
    `  ${toldOf(order)}`,
    `How far it is: npm run connect -- revocations    Whom it concerns: npm run connect -- revocations ${id} > people.csv`,
  ].join('\n');
}

const words: Record<string, string> = {
  told: 'told',
  pending: 'to be told',
  consent_in_use: 'not told (another connection rests on the consent)',
  not_needed: 'nothing to tell (ended there before)',
  given_up: 'COULD NOT BE TOLD (the token may still work there)',
};

function toldOf({ told }: OrderState): string {
  const parts = Object.entries(words).flatMap(([outcome, word]) =>
    told[outcome] ? [`${count(told[outcome])} ${word}`] : [],
  );
  return parts.join(', ') || 'nothing to tell';
}

const discarded = (attempts: number): string =>
  attempts > 0 ? `, and the consent of ${count(attempts)} unfinished attempts is taken back` : '';
const count = (n: number): string => n.toLocaleString('en');
