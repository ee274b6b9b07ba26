import { behindTheDoors } from './database';

/** What the collector keeps of an account that carries a time. */
const times: Record<string, readonly string[]> = {
  metric_history: ['as_of'],
  collection_gaps: ['began_at', 'ended_at'],
  feeds: ['collected_at'],
};

/**
 * As if days had gone by since everything that was collected of an account until now: a story of weeks can be told, for
 * nobody can wait for one, and the services' clocks are real. Behind the doors, where no figure or state is touched.
 */
export async function daysPassSince(home: string, accountId: string, days: number): Promise<void> {
  await behindTheDoors(home, async (client) => {
    for (const [table, columns] of Object.entries(times)) {
      const moved = columns.map((column) => `${column} = ${column} - make_interval(days => $2)`).join(', ');
      const key = table === 'feeds' ? 'id' : 'account_id';
      await client.query(`UPDATE collector.${table} SET ${moved} WHERE ${key} = $1`, [accountId, days]);
    }
  });
}
