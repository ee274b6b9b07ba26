import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { limitFigure, type Figure } from './figures';
import { checkout, Place, startSystem, type StartedSystem } from './programs';

/** `npm start` again, with packages, builds and data there; what PostgreSQL and Kafka alone took is the baseline. */
export function warmStart({ seconds, serversSeconds }: StartedSystem): Figure {
  return limitFigure('npm start, warm', 's', seconds, 20, serversSeconds);
}

/** `npm start` in a fresh clone: nothing installed, nothing built, no jars. */
export async function coldStart(): Promise<Figure> {
  const place = await Place.create();
  try {
    const clone = join(place.home, 'clone');
    execFileSync('git', ['clone', '--quiet', checkout, clone]);
    const system = await startSystem(place, ['--throw-away'], clone);
    await system.stop();
    return limitFigure('npm start, cold', 's', system.seconds, 180, system.serversSeconds);
  } finally {
    place.remove();
  }
}
