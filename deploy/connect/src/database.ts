import { Client } from 'pg';
import { OperatorError } from './operator-error';

/** One connection to the schema of a service, with the rights of the role in its address, for as long as the work takes. */
export async function withDatabase<T>(
  { url, schema, missing }: { url: string | undefined; schema: string; missing: string },
  work: (client: Client) => Promise<T>,
): Promise<T> {
  if (!url) throw new OperatorError(missing);
  const client = new Client({ connectionString: url, options: `-c search_path=${schema}` });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
