import type { Platform } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { sha256 } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';
import type { GrantDeath } from '../grants/grant-death';
import { GrantsRepository } from '../grants/persistence/grants.repository';
import { PlatformHashes } from '../grants/vault/platform-hashes';
import { ConnectPlatforms } from '../platforms/connect-platform';
import { ReportedEndsRepository, type WebhookDelivery } from './reported-ends.repository';

export interface VerifiedWebhook {
  platform: Platform;
  kind: WebhookDelivery['kind'];
  /** What was delivered, byte for byte: the same again is no second message. */
  delivered: string;
  personId: string;
  /** When it happened, as the platform says. */
  occurredAt: Date;
  death: GrantDeath;
  rule: string;
  confirmationCode?: string;
}

/** Writes a verified message once, with what it means for every grant of the person, and leaves the work to the worker. */
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
    const { platform, kind, delivered, personId, occurredAt, death, rule, confirmationCode } = message;
    const { appRegistration } = this.platforms.get(platform);
    const deletesData = kind === 'data_deletion';
    const person = this.hashes.person(platform, appRegistration, personId);
    const addresses = await this.grants.locateByPerson(person, { revokedToo: deletesData });
    const deliveryHash = sha256(`${platform}:${kind}:${delivered}`);
    const codeHash = confirmationCode === undefined ? null : sha256(confirmationCode);
    await this.unitOfWork.system(async (tx) => {
      const webhookId = await this.ends.receive(tx, { platform, kind, deliveryHash, codeHash });
      if (webhookId === undefined) return;
      for (const address of addresses) {
        await this.unitOfWork.tenant(address.organisationId, (inner) =>
          this.ends.add(inner, webhookId, address, { ...death, rule, occurredAt, deletesData }),
        );
      }
    });
  }
}
