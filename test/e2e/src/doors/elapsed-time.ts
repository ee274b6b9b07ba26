import { behindTheDoors } from './database';

const DAY_SECONDS = 86_400;

/** What the collector keeps of an account that carries a time. */
const times: Record<string, readonly string[]> = {
  metric_history: ['as_of'],
  collection_gaps: ['began_at', 'ended_at'],
  feeds: ['collected_at'],
};

/**
 * As if days, or a part of one, had gone by since everything that was collected of an account until now: a story of weeks
 * can be told, for nobody can wait for one, and the services' clocks are real. Behind the doors, where no figure or state
 * is touched.
 */
export async function daysPassSince(home: string, accountId: string, days: number): Promise<void> {
  await behindTheDoors(home, async (client) => {
    for (const [table, columns] of Object.entries(times)) {
      const moved = columns.map((column) => `${column} = ${column} - make_interval(secs => $2)`).join(', ');
      const key = table === 'feeds' ? 'id' : 'account_id';
      await client.query(`UPDATE collector.${table} SET ${moved} WHERE ${key} = $1`, [accountId, days * DAY_SECONDS]);
    }
  });
}

/** As if all posts of an account that are known by now had been made some days earlier. */
export async function postsMadeBefore(home: string, accountId: string, days: number): Promise<void> {
  await behindTheDoors(home, async (client) => {
    await client.query(
      `UPDATE collector.posts SET posted_at = posted_at - make_interval(days => $2) WHERE account_id = $1`,
      [accountId, days],
    );
  });
}
