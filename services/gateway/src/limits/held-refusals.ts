import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';

const heldMilliseconds = 250;
/** Beyond that a refusal is given at once, so that waiting ones cost no memory worth mentioning. */
const most = 1_000;

/** Whoever asks too much waits for the refusal, too: asking again at once would cost everybody else time. */
@Injectable()
export class HeldRefusals {
  private held = 0;

  async hold(): Promise<void> {
    if (this.held >= most) return;
    this.held += 1;
    await wait(heldMilliseconds);
    this.held -= 1;
  }
}
