import { crc32 } from 'node:zlib';

export const laneCount = 8;

/** One aggregate always uses one lane, and a lane has one owner: that keeps the order inside the aggregate. */
export function laneOf(aggregateId: string): number {
  return crc32(aggregateId) % laneCount;
}
