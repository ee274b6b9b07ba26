/** Asks as fast as it is answered, in a process of its own, until told to stop; then says what it got. */
import { Pool } from 'undici';

export interface Flood {
  origin: string;
  path: string;
  /** Taken in turns, so that the limit of the organisation is met before those of its keys. */
  keys: string[];
  connections: number;
}

export interface Flooded {
  asked: number;
  answered: number;
  refused: number;
  /** Every refusal said how long to wait. */
  told: boolean;
}

async function flood({ origin, path, keys, connections }: Flood): Promise<void> {
  const pool = new Pool(origin, { connections });
  const got: Flooded = { asked: 0, answered: 0, refused: 0, told: true };
  let stopped = false;
  process.once('message', () => (stopped = true));
  const worker = async () => {
    while (!stopped) {
      const authorization = `Bearer ${keys[got.asked % keys.length]!}`;
      got.asked += 1;
      const { statusCode, headers, body } = await pool.request({ method: 'GET', path, headers: { authorization } });
      await body.dump();
      if (statusCode === 200) got.answered += 1;
      else if (statusCode === 429) got.refused += 1;
      else throw new Error(`${path} answered ${statusCode}`);
      if (statusCode === 429 && !(Number(headers['retry-after']) > 0)) got.told = false;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  await pool.close();
  process.send!(got);
  process.disconnect();
}

process.once('message', (message) => void flood(message as Flood));
