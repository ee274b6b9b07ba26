import { isoTime, UnknownDetail, type PersonaAction, type PersonaDesk } from '../control/persona-action';
import { siteUrl } from '../ui/sites';
import {
  GOOGLE_PERSONAS,
  type ChannelStanding,
  type GoogleIdentity,
  type GooglePersona,
} from '../world/google-personas';
import { channelId } from '../world/youtube-ids';
import type { Google } from './google';
import type { GoogleGrant } from './google.state';

/** Everything that may happen to a Google account, its grants and its channels. */
export function googleDesk(google: Google): PersonaDesk {
  const actions = actionsOf(google);
  return {
    ids: GOOGLE_PERSONAS.map((persona) => persona.id),
    actions,
    view(id) {
      const persona = google.people.find(id);
      if (!persona) return undefined;
      const login = siteUrl(google.box, 'google', `/login?persona=${id}&next=`);
      return {
        id,
        platform: 'google',
        name: persona.name,
        shows: persona.shows,
        handles: persona.identities.flatMap(({ channel }) => (channel ? [channel.handle] : [])),
        links: { home: `${login}/`, connections: `${login}/connections` },
        actions: actions.map(({ name, effect }) => ({ name, effect })),
        state: stateOf(google, persona),
      };
    },
  };
}

function stateOf(google: Google, persona: GooglePersona): Record<string, unknown> {
  const { people, grants } = google;
  const { disabled = false, blockedByAdmin = false, mustReauthenticate = false } = people.changes(persona.id);
  return {
    email: persona.email,
    disabled,
    blockedByAdmin,
    mustReauthenticate,
    identities: persona.identities.map((identity) => {
      const channel = people.channelOf({ persona, identity });
      return {
        id: identity.id,
        sub: people.sub(identity),
        channel: channel ? { id: channelId(channel.number), handle: channel.handle, standing: channel.standing } : null,
      };
    }),
    grants: grants.ofPersona(persona).map((grant) => viewGrant(google, grant)),
  };
}

function viewGrant({ box, grants }: Google, grant: GoogleGrant): object {
  const { refreshTokens, accessTokens } = box.state.google;
  const live = grants.liveRefreshTokens(grant);
  return {
    status: grant.ended === undefined ? 'active' : 'removed',
    endedBecause: grant.ended ?? null,
    identity: grant.identity,
    scopes: grant.scopes,
    grantedAt: isoTime(grant.grantedAt),
    refreshTokens: grant.refreshTokens.flatMap((sum) => {
      const token = refreshTokens[sum];
      if (!token) return [];
      const expiresAt = token.expiresAt === null ? null : isoTime(token.expiresAt);
      return [
        { fingerprint: sum.slice(0, 8), live: live.includes(token), lastUsedAt: isoTime(token.lastUsedAt), expiresAt },
      ];
    }),
    accessTokens: grant.accessTokens.map((sum) => ({
      fingerprint: sum.slice(0, 8),
      expiresAt: isoTime(accessTokens[sum]?.expiresAt ?? 0),
    })),
  };
}

function actionsOf(google: Google): PersonaAction[] {
  const { people, grants, events, keys } = google;
  const persona = (id: string): GooglePersona => {
    const found = people.find(id);
    if (!found) throw new UnknownDetail('no such persona');
    return found;
  };
  const each = (id: string, action: (grant: GoogleGrant) => void): void => {
    for (const grant of grants.ofPersona(persona(id))) if (grant.ended === undefined) action(grant);
  };
  /** One identity when it is named, else all that have a channel. */
  const channels = (id: string, { identity }: Record<string, unknown>): GoogleIdentity[] => {
    const { identities } = persona(id);
    if (identity !== undefined && identity !== '' && !identities.some((one) => one.id === identity)) {
      throw new UnknownDetail('identity: not one of this persona');
    }
    return identities.filter(
      (one) => one.channel && (identity === undefined || identity === '' || one.id === identity),
    );
  };
  const standing = (name: string, label: string, effect: string, to: ChannelStanding): PersonaAction => ({
    name,
    label,
    effect,
    run(id, details) {
      for (const identity of channels(id, details)) {
        people.changeChannel({ persona: persona(id), identity }, { standing: to });
      }
    },
  });
  const event = (name: string, label: string, effect: string, run: (one: GooglePersona) => void): PersonaAction => ({
    name,
    label,
    effect,
    run: (id) => run(persona(id)),
  });

  return [
    event(
      'remove-app',
      'Remove app',
      'All tokens are dead; a security event token-revoked for each refresh token.',
      (one) => google.removeApp(one, 'removed-by-person'),
    ),
    {
      name: 'expire-access-token',
      label: 'Expire access token',
      effect: 'Data calls answer 401 authError; the refresh token works.',
      run: (id) => each(id, (grant) => grants.endAccess(grant)),
    },
    {
      name: 'expire-refresh-token',
      label: 'Expire all tokens',
      effect: 'Refreshing answers invalid_grant, data calls 401; no security event.',
      run: (id) =>
        each(id, (grant) => {
          grants.endAccess(grant);
          grants.endRefresh(grant);
        }),
    },
    event(
      'hijack',
      'Hijacked',
      'Google disables the account: account-disabled (hijacking); tokens answer as revoked.',
      (one) => {
        people.change(one.id, { disabled: true });
        events.account('account-disabled', one, { reason: 'hijacking' });
      },
    ),
    event(
      'disable-account',
      'Disabled in bulk',
      'Google disables the account with many others: account-disabled (bulk-account); tokens answer as revoked.',
      (one) => {
        people.change(one.id, { disabled: true });
        events.account('account-disabled', one, { reason: 'bulk-account' });
      },
    ),
    event(
      'enable-account',
      'Enable account',
      'The account is its person’s again: account-enabled; tokens work.',
      (one) => {
        people.change(one.id, { disabled: false });
        events.account('account-enabled', one);
      },
    ),
    event(
      'delete-account',
      'Delete account',
      'All grants end: account-disabled without a reason, tokens-revoked.',
      (one) => {
        google.removeApp(one, 'account-closed');
        people.change(one.id, { disabled: true });
        events.account('tokens-revoked', one);
        events.account('account-disabled', one);
      },
    ),
    event(
      'revoke-tokens',
      'Revoke all tokens',
      'All grants end at once: one tokens-revoked that names the account.',
      (one) => {
        for (const grant of grants.ofPersona(one)) grants.end(grant, 'removed-by-person');
        events.account('tokens-revoked', one);
      },
    ),
    event('log-out-everywhere', 'Log out everywhere', 'sessions-revoked; tokens stay what they are.', (one) =>
      events.account('sessions-revoked', one),
    ),
    event(
      'change-password',
      'Change password',
      'account-credential-change-required; tokens stay (no Gmail scope).',
      (one) => events.account('account-credential-change-required', one),
    ),
    event('verify-stream', 'Send a verification', 'The security event verification with a state.', () =>
      events.verification('sandbox'),
    ),
    event(
      'rotate-keys',
      'Rotate signing keys',
      'ID tokens and events are signed by a new key; the old one stays in the set.',
      () => keys.rotate(),
    ),
    event(
      'demand-login',
      'Demand login',
      'Refreshing answers invalid_grant / invalid_rapt until the person logs in.',
      (one) => people.change(one.id, { mustReauthenticate: true }),
    ),
    event('block-by-admin', 'Block by admin', 'admin_policy_enforced, on the consent page and on refresh.', (one) =>
      people.change(one.id, { blockedByAdmin: true }),
    ),
    event('unblock-by-admin', 'Unblock by admin', 'The policy allows the app again; the tokens work.', (one) =>
      people.change(one.id, { blockedByAdmin: false }),
    ),
    event('create-channel', 'Create channel', 'An account without a channel has one from now on.', (one) => {
      const [self] = one.identities;
      if (!self.channel) people.changeChannel({ persona: one, identity: self }, { created: true });
    }),
    standing('suspend-channel', 'Suspend channel', '403 channelSuspended (`identity`, by default all).', 'suspended'),
    standing('close-channel', 'Close channel', '403 channelClosed (`identity`, by default all).', 'closed'),
    standing('reopen-channel', 'Reopen channel', 'The channel is there again.', 'open'),
    {
      name: 'delete-newest-video',
      label: 'Delete newest video',
      effect: 'It stays in the list of uploads as "Deleted video"; `videos` does not know it.',
      run(id, details) {
        for (const identity of channels(id, details)) {
          const person = { persona: persona(id), identity };
          const channel = people.channelOf(person);
          if (!channel) continue;
          const gone = people.changes(id).channels?.[channel.number]?.deletedVideos ?? [];
          let newest = people.videoCount(channel) - 1;
          while (gone.includes(newest)) newest -= 1;
          people.changeChannel(person, { deletedVideos: [...gone, newest] });
        }
      },
    },
  ];
}
