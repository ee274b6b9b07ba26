import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@creator-connect/persistence';
import { ConnectionRepository } from '../persistence/connection.repository';

/** Forgets the connection at once; TikTok is told as soon as it can be. */
@Injectable()
export class DisconnectHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly connections: ConnectionRepository,
  ) {}

  handle(organisationId: string): Promise<void> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const connection = await this.connections.lock(tx);
      if (connection?.sealedToken) await this.connections.revokeLater(tx, organisationId, connection.sealedToken);
      await this.connections.remove(tx);
    });
  }
}
