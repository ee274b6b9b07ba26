import type { Box } from '../box/box';
import { hmac, randomAlphanumeric, randomText, sha256 } from '../box/secrets';
import { Sweep } from '../box/sweep';
import { AGENCY } from '../world/facebook-personas';
import { pageId } from '../world/ids';
import type { Ending, FacebookCode, FacebookGrant, FacebookToken } from './facebook.state';
import type { PersonPage } from './people';

export interface Consent {
  personaId: string;
  appId: string;
  granted: string[];
  declined: string[];
  pages: string[] | null;
  instagram: string[] | null;
}

const keyOf = (appId: string, personaId: string): string => `${appId}:${personaId}`;

/** Consents, codes and tokens. Tokens leave here once, as text; only their sums stay. */
export class FacebookGrants {
  private readonly oldCodes = new Sweep();

  constructor(private readonly box: Box) {
    this.standing();
    box.onReset(() => this.standing());
  }

  private get state() {
    return this.box.state.facebook;
  }

  find(appId: string, personaId: string): FacebookGrant | undefined {
    return this.state.grants[keyOf(appId, personaId)];
  }

  ofPersona(personaId: string): FacebookGrant[] {
    return Object.values(this.state.grants).filter((grant) => grant.personaId === personaId);
  }

  /** A finished dialog: it renews data access, and replaces what was chosen before for all tokens of the pair. */
  consent(given: Consent): FacebookGrant {
    const before = this.find(given.appId, given.personaId);
    const now = this.box.clock.now();
    const permissions: FacebookGrant['permissions'] = before && !before.removed ? { ...before.permissions } : {};
    for (const name of given.declined) permissions[name] = 'declined';
    for (const name of given.granted) permissions[name] = 'granted';
    const grant: FacebookGrant = {
      personaId: given.personaId,
      appId: given.appId,
      permissions: { ...permissions, public_profile: 'granted' },
      pages: given.pages,
      instagram: given.instagram,
      epoch: before?.epoch ?? 1,
      endings: before?.endings ?? {},
      removed: false,
      grantedAt: now,
      dataAccessEndsAt: now + this.box.state.settings.facebook.dataAccessSeconds * 1000,
    };
    this.state.grants[keyOf(given.appId, given.personaId)] = grant;
    this.box.changed();
    return grant;
  }

  /** All tokens made until now answer 190 with this subcode from now on. */
  end(grant: FacebookGrant, ending: Ending): void {
    grant.endings[grant.epoch] = ending;
    grant.epoch += 1;
    this.box.changed();
  }

  /** The person, or the app, removes the app: nothing of the grant is left. */
  remove(grant: FacebookGrant): void {
    this.end(grant, 458);
    for (const epoch of Object.keys(grant.endings)) grant.endings[Number(epoch)] = 458;
    Object.assign(grant, { removed: true, permissions: {}, pages: [], instagram: [] } satisfies Partial<FacebookGrant>);
  }

  makeCode(code: Omit<FacebookCode, 'expiresAt' | 'used'>): string {
    const text = `AQ${randomText(48)}`;
    const expiresAt = this.box.clock.now() + this.box.state.settings.facebook.codeSeconds * 1000;
    this.state.codes[sha256(text)] = { ...code, expiresAt, used: false };
    this.forgetOld();
    return text;
  }

  findCode(text: string): FacebookCode | undefined {
    return this.state.codes[sha256(text)];
  }

  makeUserToken(grant: FacebookGrant, longLived: boolean, expiresAt: number): string {
    const text = `EAA${randomAlphanumeric(120)}`;
    this.keep(text, {
      kind: 'USER',
      appId: grant.appId,
      personaId: grant.personaId,
      epoch: grant.epoch,
      longLived,
      issuedAt: this.box.clock.now(),
      expiresAt,
    });
    return text;
  }

  /** The same user token always yields the same Page token; from a long-lived one it has no end of its own. */
  pageToken(userToken: string, user: FacebookToken, page: PersonPage): string {
    const seed = hmac(this.box.registrations.meta.appSecret, `${sha256(userToken)}:${page.id}`);
    const text = `EAA${seed.toString('hex')}${seed.toString('hex')}`;
    this.keep(text, {
      ...user,
      kind: 'PAGE',
      pageId: page.id,
      expiresAt: user.longLived ? null : user.expiresAt,
    });
    return text;
  }

  findToken(text: string): FacebookToken | undefined {
    return this.state.tokens[sha256(text)];
  }

  /** The Page token of the registration with the consent behind it, as if the agency had gone through the dialog once. */
  private standing(): void {
    const { appId, discoveryToken } = this.box.registrations.meta;
    const [page] = AGENCY.pages;
    if (discoveryToken === undefined || !page) return;
    const granted = ['instagram_basic', 'instagram_manage_insights', 'pages_show_list', 'pages_read_engagement'];
    const everything = { granted, declined: [], pages: null, instagram: null };
    const { personaId, epoch, grantedAt } =
      this.find(appId, AGENCY.id) ?? this.consent({ personaId: AGENCY.id, appId, ...everything });
    const token = { appId, personaId, epoch, pageId: pageId(page.number), longLived: true, issuedAt: grantedAt };
    this.keep(discoveryToken, { kind: 'PAGE', ...token, expiresAt: null });
  }

  private keep(text: string, token: FacebookToken): void {
    const key = sha256(text);
    if (this.state.tokens[key]) return;
    this.state.tokens[key] = token;
    this.box.changed();
  }

  /** Codes are kept a day beyond their end, so that a late one is called expired and not unknown. */
  private forgetOld(): void {
    const limit = this.box.clock.now() - 86_400_000;
    this.oldCodes.over(this.state.codes, (code) => code.expiresAt < limit);
    this.box.changed();
  }
}
