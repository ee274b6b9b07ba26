import { startConsuming } from '@creator-connect/messaging';
import type { INestApplication } from '@nestjs/common';
import { ReplayErasures } from './erasures/replay-erasures';

/** Nobody is answered before everybody who was erased is. */
export async function beforeListening(app: INestApplication): Promise<void> {
  await startConsuming(app);
  await app.get(ReplayErasures).run();
}
