import { Injectable } from '@nestjs/common';

/** Tells the relay of the same process that a lane has new rows. Others find them by polling. */
@Injectable()
export class PublishSignal {
  private listener: ((lane: number) => void) | undefined;

  ring(lane: number): void {
    this.listener?.(lane);
  }

  onRing(listener: (lane: number) => void): void {
    this.listener = listener;
  }
}
