import { newId } from '@creator-connect/contracts';
import { randomToken, sha256 } from '@creator-connect/security';
import { Injectable, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Background } from '../background';
import { Clock } from '../clock';
import { deviceCookie, readCookie, setCookie } from '../edge/cookies';
import { localesOf } from '../edge/request-locales';
import type { Session } from '../sessions/domain/session';
import { localesOf as localesOfUser, UserStore } from '../users/persistence/user.store';
import { MailNewDevices } from './mail-new-devices';
import { KnownDeviceStore } from './persistence/known-device.store';

const tokenShape = /^[A-Za-z0-9_-]{43}$/;
const day = 86_400_000;
/** The longest that browsers keep a cookie. */
const keptMilliseconds = 400 * day;

/**
 * Tells a browser that a user signed in with from one that they never used: its cookie opens nothing, it is only recognised.
 * A sign-in in another browser is mailed to its owner (security AL-09), except for the first, which is how they came here.
 */
@Injectable()
export class KnownDevices {
  private readonly logger = new Logger(KnownDevices.name);

  constructor(
    private readonly devices: KnownDeviceStore,
    private readonly users: UserStore,
    private readonly mails: MailNewDevices,
    private readonly background: Background,
    private readonly clock: Clock,
  ) {}

  /** Of a session that began just now; one that lacks its second factor has not begun. */
  async welcome(
    session: Session,
    request: FastifyRequest,
    reply: FastifyReply,
    /** Where the browser says it is. */
    timeZone?: string,
  ): Promise<void> {
    const { userId, email, kind, missingFactor } = session;
    if (!userId || !email || missingFactor === 'verify') return;
    const now = this.clock.now();
    const token = tokenOf(request) ?? randomToken();
    void reply.header('set-cookie', setCookie(deviceCookie, token, keptMilliseconds / 1000));
    // As they read, and where they lived, before: the browser that is told of may be a stranger's.
    const before = await this.users.byId(userId);
    const locales = [...localesOfUser(before), ...localesOf(request)];
    const id = newId();
    const { organisationId = null, influencerId = null } = kind === 'influencer' ? session : {};
    const mail = { id, userId, at: now, organisationId, influencerId, locales, timeZone: before?.timeZone ?? null };
    const isNew = await this.devices.note(sha256(token), mail);
    // Whose language and time zone the organisation knows is written to in those.
    if (kind === 'member') {
      await this.users.speaks(userId, localesOf(request));
      if (timeZone) await this.users.livesIn(userId, timeZone);
    }
    if (!isNew) return;
    this.logger.log(
      { security: 'new_device', actor: userId },
      'somebody signed in with a browser that was not seen before',
    );
    this.background.run('mail new device', () => this.mails.now(id));
  }

  /** The device, when this user signed in with it before: whoever only tries passwords can't have its cookie. */
  async knownTo(userId: string | undefined, request: FastifyRequest): Promise<string | undefined> {
    const token = tokenOf(request);
    if (!token) return undefined;
    return (await this.devices.knows(userId, sha256(token))) ? token : undefined;
  }

  async removeUnseen(now: Date): Promise<void> {
    await this.devices.removeUnseen(new Date(now.getTime() - keptMilliseconds));
  }
}

function tokenOf(request: FastifyRequest): string | undefined {
  const given = readCookie(request.headers.cookie, deviceCookie);
  return given && tokenShape.test(given) ? given : undefined;
}
