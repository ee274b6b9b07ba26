import { identityHeader, IdentityIssuer } from '@creator-connect/security';
import type { World } from './world/world';

export interface ParkedLetter {
  readonly id: string;
  readonly eventId: string;
  readonly status: string;
  readonly errorClass: string | null;
  readonly attempts: number;
  readonly key: string | null;
}

/** The operator's door to what accounts has parked, as the gateway uses it. */
export class DeadLetterDoor {
  private readonly issuer: IdentityIssuer;

  constructor(private readonly world: World) {
    this.issuer = IdentityIssuer.fromKeyFile('gateway', world.installation.secrets.privateKeyFiles['gateway'] ?? '');
  }

  async list(): Promise<ParkedLetter[]> {
    const { items } = await this.call<{ items: ParkedLetter[] }>('GET', 'internal/dead-letters?limit=500');
    return items;
  }

  replay(id: string): Promise<{ replayed: number; stoppedAt?: { id: string; errorClass: string } }> {
    return this.call('POST', `internal/dead-letters/${id}/replays`);
  }

  private async call<T>(method: string, path: string): Promise<T> {
    const identity = await this.issuer.issue({ kind: 'operator', sub: 'fault-tests' }, 'accounts');
    const response = await fetch(`${this.world.accounts.urls[0]}/${path}`, {
      method,
      headers: { [identityHeader]: identity },
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
}
