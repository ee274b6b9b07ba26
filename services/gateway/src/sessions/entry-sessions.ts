import { Injectable } from '@nestjs/common';
import { UserStore } from '../users/persistence/user.store';
import { SessionStore } from './persistence/session.store';

/** Sessions of creators, each of which stands for an entry of a roster. */
@Injectable()
export class EntrySessions {
  constructor(
    private readonly sessions: SessionStore,
    private readonly users: UserStore,
  ) {}

  /** The entry is gone: its sessions end, and so does a user who had no other. It may be done any number of times. */
  async end(organisationId: string, influencerId: string): Promise<void> {
    await this.users.removeUnused(await this.sessions.removeOfInfluencer(organisationId, influencerId));
  }
}
