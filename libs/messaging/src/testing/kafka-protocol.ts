/** What the fault proxy must know of the Kafka wire protocol: frames, and the first fields of their headers. */
export const apiKeys = { produce: 0, fetch: 1, metadata: 3, offsetCommit: 8, heartbeat: 12 } as const;
export type ApiName = keyof typeof apiKeys;

/** Cuts a byte stream into frames: int32 length, then so many bytes. Bytes of an unfinished frame are kept. */
export class FrameReader {
  private buffered: Buffer = Buffer.alloc(0);

  /** Whole frames, each with its length in front, as they can be sent on. */
  push(chunk: Buffer): Buffer[] {
    this.buffered = this.buffered.length === 0 ? chunk : Buffer.concat([this.buffered, chunk]);
    const frames: Buffer[] = [];
    while (this.buffered.length >= 4) {
      const end = 4 + this.buffered.readInt32BE(0);
      if (this.buffered.length < end) break;
      frames.push(this.buffered.subarray(0, end));
      this.buffered = this.buffered.subarray(end);
    }
    return frames;
  }
}

/** Request header: api key (int16), version (int16), correlation id (int32). */
export function readRequest(frame: Buffer): { apiKey: number; correlationId: number } {
  return { apiKey: frame.readInt16BE(4), correlationId: frame.readInt32BE(8) };
}

/** Response header: correlation id (int32); only the request tells what it answers. */
export function readCorrelationId(frame: Buffer): number {
  return frame.readInt32BE(4);
}
