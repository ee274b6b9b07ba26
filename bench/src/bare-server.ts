/** The baseline of the gateway's read: one process, one prepared statement, no session, no tenancy, no second hop. */
import Fastify from 'fastify';
import pg from 'pg';

async function main(): Promise<void> {
  const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
  const app = Fastify();
  app.get<{ Params: { id: string } }>('/:id', async ({ params }) => {
    const text = 'SELECT * FROM accounts.social_accounts WHERE id = $1';
    const { rows } = await pool.query<Record<string, unknown>>({ name: 'one', text, values: [params.id] });
    if (!rows[0]) throw new Error('There is no such account');
    return rows[0];
  });
  process.on('disconnect', () => process.exit(0));
  process.send!(await app.listen({ port: 0, host: '127.0.0.1' }));
}

void main();
