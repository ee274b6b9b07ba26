import type { Platform } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { sha256 } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';
import { type GrantAddress, GrantsRepository } from '../grants/persistence/grants.repository';
import { PlatformHashes, type TokenName } from '../grants/vault/platform-hashes';
import { ConnectPlatforms } from '../platforms/connect-platform';
import type { Report } from './report';
import { ReportedEndsRepository, type WebhookDelivery } from './reported-ends.repository';

export interface VerifiedWebhook {
  platform: Platform;
  kind: WebhookDelivery['kind'];
  /** What makes it the same message when it comes again: its own id, or what was delivered, byte for byte. */
  identity: string;
  about: { personId: string } | { token: TokenName };
  /** When it happened, as the platform says. */
  occurredAt: Date;
  report: Report;
  rule: string;
  confirmationCode?: string;
}

interface Subject {
  tokenName: Buffer | null;
  locate(): Promise<GrantAddress[]>;
}

/** Writes a verified message once, with what it means for every grant concerned, and leaves the work to the worker. */
@Injectable()
export class ReceiveWebhookHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantsRepository,
    private readonly hashes: PlatformHashes,
    private readonly platforms: ConnectPlatforms,
    private readonly ends: ReportedEndsRepository,
  ) {}

  async handle(message: VerifiedWebhook): Promise<void> {
    const { platform, kind, identity, occurredAt, report, rule, confirmationCode } = message;
    const deliveryHash = sha256(`${platform}:${kind}:${identity}`);
    const codeHash = confirmationCode === undefined ? null : sha256(confirmationCode);
    const { tokenName, locate } = this.subjectOf(message);
    await this.unitOfWork.system(async (tx) => {
      const { webhookId, again } = await this.ends.receive(tx, { platform, kind, deliveryHash, codeHash, tokenName });
      // A removal has no id, and its time is a whole second: the same words may tell of two.
      if (again && kind !== 'removed') return;
      const end = { ...report, rule, occurredAt, deletesData: kind === 'data_deletion', tokenName, again };
      for (const address of await locate()) {
        await this.unitOfWork.tenant(address.organisationId, (inner) => this.ends.add(inner, webhookId, address, end));
      }
    });
  }

  private subjectOf({ platform, kind, about }: VerifiedWebhook): Subject {
    if ('token' in about) {
      const tokenName = this.hashes.tokenName(about.token);
      return { tokenName, locate: () => this.grants.locateByToken(tokenName) };
    }
    const person = this.hashes.person(platform, this.platforms.get(platform).appRegistration, about.personId);
    const revokedToo = kind === 'data_deletion';
    return { tokenName: null, locate: () => this.grants.locateByPerson(person, { revokedToo }) };
  }
}
