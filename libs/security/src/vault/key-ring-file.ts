import { chmodSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { KeyRingError } from './key-file';
import { KeyRing } from './key-ring';

const lookEveryMs = 1_000;

/** What wraps and unwraps data keys: a ring, or one that may be exchanged while the service runs. */
export interface KeySource {
  readonly activeId: string;
  readonly active: Buffer;
  readonly ids: string[];
  get(id: string): Buffer;
}

/**
 * The ring in a file that an operator changes while the service runs (security VK-03). A ring that can not be read, or in
 * which a known key is another one than before, is not taken: the last good one stays, and `onRefused` hears of it.
 */
export class KeyRingFile implements KeySource {
  private ring: KeyRing;
  private seen: string;
  private lookedAt = Date.now();

  constructor(
    private readonly path: string,
    private readonly onRefused: (error: Error) => void = () => undefined,
  ) {
    this.seen = this.stamp();
    this.ring = KeyRing.fromFile(path);
  }

  get activeId(): string {
    this.look();
    return this.ring.activeId;
  }

  get active(): Buffer {
    return this.get(this.activeId);
  }

  get ids(): string[] {
    this.look();
    return this.ring.ids;
  }

  get(id: string): Buffer {
    // Another replica may have seen a new key a moment before us.
    if (!this.ring.ids.includes(id)) this.look(true);
    return this.ring.get(id);
  }

  get retired(): readonly string[] {
    return this.ring.retired;
  }

  /** See `KeyRing`. */
  checkValue(id: string): string {
    return this.ring.checkValue(id);
  }

  private look(now = false): void {
    if (!now && Date.now() - this.lookedAt < lookEveryMs) return;
    this.lookedAt = Date.now();
    try {
      const stamp = this.stamp();
      if (stamp === this.seen) return;
      this.seen = stamp;
      this.ring = this.accepted(KeyRing.fromFile(this.path));
    } catch (error) {
      this.onRefused(error instanceof Error ? error : new KeyRingError('The key ring file can not be read'));
    }
  }

  private accepted(next: KeyRing): KeyRing {
    const exchanged = next.ids.find((id) => this.ring.ids.includes(id) && !next.get(id).equals(this.ring.get(id)));
    if (exchanged !== undefined) throw new KeyRingError(`Key "${exchanged}" is another one than before`);
    return next;
  }

  private stamp(): string {
    const file = statSync(this.path, { throwIfNoEntry: false });
    return file ? `${file.mtimeMs}:${file.size}:${file.ino}` : 'none';
  }
}

interface RingText {
  active: string;
  keys: Record<string, string>;
  retired?: string[];
}

/** Changes a ring's file in one step: whoever reads it sees the old or the new ring, never half of one. */
export class KeyRingEditor {
  constructor(private readonly path: string) {}

  read(): KeyRing {
    return KeyRing.fromFile(this.path);
  }

  /** A new key that only unwraps, until it is activated. */
  add(id: string): void {
    this.change((ring) => {
      if (ring.keys[id] || ring.retired?.includes(id)) throw new KeyRingError(`Key "${id}" was in the ring already`);
      ring.keys[id] = randomBytes(32).toString('base64');
    });
  }

  activate(id: string): void {
    this.change((ring) => {
      ring.active = id;
    });
  }

  remove(id: string): void {
    this.change((ring) => {
      delete ring.keys[id];
      ring.retired = [...(ring.retired ?? []), id];
    });
  }

  private change(edit: (ring: RingText) => void): void {
    this.read();
    const ring = JSON.parse(readFileSync(this.path, 'utf8')) as RingText;
    edit(ring);
    const text = JSON.stringify(ring);
    KeyRing.parse(text);
    const next = `${this.path}.new`;
    writeFileSync(next, text, { mode: 0o400, flag: 'wx' });
    chmodSync(next, 0o400);
    renameSync(next, this.path);
  }
}
