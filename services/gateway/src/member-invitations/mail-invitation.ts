import { AppError, newId } from '@creator-connect/contracts';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { randomToken, sha256 } from '@creator-connect/security';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway.config';
import { Limits } from '../limits/limits';
import { NotificationsPort } from '../peers/notifications.port';
import { localesOf, UserStore } from '../users/persistence/user.store';
import { MemberInvitationRepository, type MemberInvitation } from './persistence/member-invitation.repository';

const validMilliseconds = 7 * 86_400_000;

type NewInvitation = Omit<MemberInvitation, 'id' | 'createdAt' | 'expiresAt' | 'mailedAt'>;

/** Makes an invitation and mails its link; who may do that is decided before. */
@Injectable()
export class MailInvitation {
  private readonly logger = new Logger(MailInvitation.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: MemberInvitationRepository,
    private readonly notifications: NotificationsPort,
    private readonly users: UserStore,
    private readonly limits: Limits,
    private readonly clock: Clock,
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
  ) {}

  /**
   * One whose mail was refused is no invitation. One whose mail nobody knows of is: its link may be in a mailbox by now, and
   * whoever wants to be sure makes another one, which ends it.
   */
  async handle(asked: NewInvitation): Promise<MemberInvitation> {
    return (await this.make(asked, async () => true))!;
  }

  /** The same for a first owner, unless an invitation of one works or is just being mailed. */
  async handleOnce(asked: NewInvitation): Promise<void> {
    await this.make(asked, async (tx) => !(await this.invitations.isFirstOwnerInvited(tx, this.clock.now())));
  }

  private async make(
    asked: NewInvitation,
    isNeeded: (tx: Tx) => Promise<boolean>,
  ): Promise<MemberInvitation | undefined> {
    const { organisationId, email, role, invitedBy } = asked;
    await this.limits.consume('memberInvitations', organisationId);
    // Who is not here yet is written to as the organisation writes.
    const locales = localesOf(await this.users.byEmail(email));
    const createdAt = this.clock.now();
    const token = randomToken();
    const expiresAt = new Date(createdAt.getTime() + validMilliseconds);
    const invitation = { ...asked, id: newId(), createdAt, expiresAt };
    const made = await this.unitOfWork.tenant(organisationId, async (tx) => {
      await this.invitations.takeTurn(tx);
      if (!(await isNeeded(tx))) return false;
      await this.invitations.replace(tx, invitation, sha256(token));
      return true;
    });
    if (!made) return undefined;
    this.logger.log({ security: 'member_invited', actor: invitedBy, role }, 'somebody was invited');
    const url = new URL(`/invitation#${token}`, this.config.PUBLIC_URL).href;
    const mail = { idempotencyKey: invitation.id, email, url, organisationId, locales };
    return { ...invitation, mailedAt: await this.mail(invitation, mail) };
  }

  /** When it was; null where nobody knows whether it was. */
  private async mail(
    { id, organisationId }: Pick<MemberInvitation, 'id' | 'organisationId'>,
    mail: Parameters<NotificationsPort['sendMemberInvitation']>[0],
  ): Promise<Date | null> {
    try {
      await this.notifications.sendMemberInvitation(mail);
    } catch (error) {
      // No answer, or none of the mail server: neither says that the mail did not go.
      if (error instanceof AppError && error.kind === 'unavailable') {
        this.logger.warn({ err: error }, 'nobody knows whether an invitation was mailed');
        return null;
      }
      await this.unitOfWork.tenant(organisationId, (tx) => this.invitations.revoke(tx, id, this.clock.now()));
      throw error;
    }
    const mailedAt = this.clock.now();
    await this.unitOfWork.tenant(organisationId, (tx) => this.invitations.noteMailed(tx, id, mailedAt));
    return mailedAt;
  }
}
