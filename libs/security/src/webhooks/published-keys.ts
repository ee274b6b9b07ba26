import { createLocalJWKSet, type CryptoKey, errors, type JSONWebKeySet, type JWSHeaderParameters } from 'jose';

/** Whoever publishes the keys does not answer, or may have newer ones: nothing can be said about a signature now. */
export class KeysUnavailable extends Error {
  constructor(
    readonly retryAfterSeconds: number,
    options?: ErrorOptions,
  ) {
    super('The keys of the sender can not be fetched right now', options);
  }
}

interface KeySet {
  select: ReturnType<typeof createLocalJWKSet>;
  fetchedAt: number;
}

/** A key that was withdrawn is believed for so long. */
const freshForMs = 10 * 60_000;
/** Whoever sends invented key ids makes us fetch no oftener than this. */
const pauseMs = 10_000;

/**
 * The key set (RFC 7517) that a sender publishes, kept for ten minutes and fetched again for a key id that it does not
 * hold: senders change their keys without notice.
 */
export class PublishedKeys {
  private current: KeySet | undefined;
  private fetching: Promise<KeySet> | undefined;

  /** `fetchSet`: answers the document within limits of its own; whatever it throws means that there is none. */
  constructor(
    private readonly fetchSet: () => Promise<unknown>,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** The key that a header names; undefined when the set of this moment does not hold it. Throws {@link KeysUnavailable}. */
  async find(header: JWSHeaderParameters): Promise<CryptoKey | undefined> {
    if (!header.kid) return undefined;
    const known = this.current;
    if (known && this.age(known) < freshForMs) {
      const key = await select(known, header);
      if (key) return key;
      if (this.age(known) < pauseMs) throw new KeysUnavailable(Math.ceil(pauseMs / 1000));
    }
    return select(await this.fetch(), header);
  }

  private age({ fetchedAt }: KeySet): number {
    return this.now().getTime() - fetchedAt;
  }

  private fetch(): Promise<KeySet> {
    this.fetching ??= this.fetchNow().finally(() => (this.fetching = undefined));
    return this.fetching;
  }

  private async fetchNow(): Promise<KeySet> {
    try {
      // The library checks the shape of what it is given.
      const set = createLocalJWKSet((await this.fetchSet()) as JSONWebKeySet);
      return (this.current = { select: set, fetchedAt: this.now().getTime() });
    } catch (error) {
      throw new KeysUnavailable(Math.ceil(pauseMs / 1000), { cause: error });
    }
  }
}

async function select(set: KeySet, header: JWSHeaderParameters): Promise<CryptoKey | undefined> {
  try {
    return await set.select(header);
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
