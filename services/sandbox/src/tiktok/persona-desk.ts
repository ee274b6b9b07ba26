import { z } from 'zod';
import { isoTime, UnknownDetail, type PersonaAction, type PersonaDesk } from '../control/persona-action';
import { failedRules } from '../ttcm/eligibility';
import type { Marketplace } from '../ttcm/marketplace';
import { siteUrl } from '../ui/sites';
import { TIKTOK_PERSONAS } from '../world/tiktok-personas';
import type { TikTokPerson } from './people';
import type { TikTok } from './tiktok';
import type { RemovalReason } from './tiktok.state';

const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]);
const handle = z.string().regex(/^[a-z0-9_.]{2,24}$/);

/** What of a TikTok persona may be set: everything the marketplace's rules look at. */
const attributes = z
  .strictObject({
    followers: z.coerce.number().int().min(0),
    country: z.string().regex(/^[A-Z]{2}$/),
    age: z.coerce.number().int().min(13).max(120),
    accountType: z.enum(['personal', 'business']),
    contentSuitable: flag,
    goodStanding: flag,
    inviteAnswer: z.enum(['by_rules', 'unknown_reason', 'no_reason', 'left_out']),
    handle,
    viewsPerVideo: z.coerce.number().int().min(0),
    caption: z.string().min(1).max(100),
    posting: z.strictObject({ atStart: z.coerce.number().int().min(0), everyHours: z.coerce.number().positive() }),
  })
  .partial();

/** Everything that may happen to a TikTok account, its grants and its membership. */
export function tiktokDesk(tiktok: TikTok, marketplace: Marketplace): PersonaDesk {
  const actions = actionsOf(tiktok, marketplace);
  return {
    ids: TIKTOK_PERSONAS.map((persona) => persona.id),
    actions,
    view(id) {
      const person = tiktok.people.find(id);
      if (!person) return undefined;
      const login = siteUrl(tiktok.box, 'tiktok', `/login?persona=${id}&next=`);
      return {
        id,
        platform: 'tiktok',
        name: person.persona.name,
        shows: person.persona.shows,
        handles: [person.persona.handle],
        links: {
          home: `${login}/`,
          notifications: `${login}/notifications`,
          settings: `${login}/setting/connected-apps`,
        },
        actions: actions.map(({ name, effect }) => ({ name, effect })),
        state: stateOf(tiktok, marketplace, person),
      };
    },
  };
}

function stateOf({ box, people }: TikTok, marketplace: Marketplace, person: TikTokPerson): Record<string, unknown> {
  const { persona } = person;
  const grants = Object.values(box.state.tiktok.grants).filter((grant) => grant.personaId === persona.id);
  return {
    handle: persona.handle,
    openId: people.openId(persona),
    attributes: person.attributes,
    last30Days: box.world.tiktok.lastDays(persona, person.attributes, box.clock.now()),
    marketplace: { status: marketplace.membership(persona).status, failedRules: failedRules(box, person) },
    grants: grants.map((grant) => ({
      status: grant.removed === undefined ? 'active' : 'removed',
      removedReason: grant.removed ?? null,
      scopes: grant.scopes,
      grantedAt: isoTime(grant.grantedAt),
      refreshToken: {
        fingerprint: grant.refreshTokens.at(-1)?.slice(0, 8),
        expiresAt: isoTime(grant.refreshExpiresAt),
      },
      rotations: grant.refreshTokens.length - 1,
      accessTokens: Object.entries(box.state.tiktok.accessTokens)
        .filter(([, token]) => token.grantId === grant.id)
        .map(([sum, token]) => ({ fingerprint: sum.slice(0, 8), expiresAt: isoTime(token.expiresAt) })),
    })),
  };
}

function actionsOf({ people, grants, removeApp }: TikTok, marketplace: Marketplace): PersonaAction[] {
  const removing = (
    name: string,
    label: string,
    reason: RemovalReason,
    closed?: 'deleted' | 'banned',
  ): PersonaAction => ({
    name,
    label,
    effect: `All tokens are dead; the webhook authorization.removed says reason ${reason}.`,
    run: (id) => {
      removeApp(id, reason);
      if (closed) people.change(id, { closed });
    },
  });
  const persona = (id: string) => {
    const person = people.find(id);
    if (!person) throw new UnknownDetail('no such persona');
    return person.persona;
  };

  return [
    {
      name: 'expire-access-token',
      label: 'Expire access token',
      effect: 'Data calls answer access_token_invalid; the refresh token works.',
      run: (id) => grants.endAccess(id),
    },
    {
      name: 'expire-refresh-token',
      label: 'Expire all tokens',
      effect: 'Refreshing answers invalid_grant, data calls access_token_invalid; no webhook.',
      run: (id) => {
        grants.endAccess(id);
        grants.endRefresh(id);
      },
    },
    removing('remove-app', 'Remove app', 1),
    removing('remove-without-reason', 'Remove, reason unknown', 0),
    removing('change-age', 'Change age', 3),
    removing('delete-account', 'Delete account', 2, 'deleted'),
    removing('ban-account', 'Ban account', 4, 'banned'),
    {
      name: 'join-marketplace',
      label: 'Join marketplace',
      effect: 'Takes an open invitation, as the button in the notifications does.',
      run: (id) => {
        if (!marketplace.join(persona(id))) throw new UnknownDetail('there is no open invitation');
      },
    },
    {
      name: 'leave-marketplace',
      label: 'Leave marketplace',
      effect: 'The status becomes NOT_IN.',
      run: (id) => marketplace.leave(persona(id)),
    },
    {
      name: 'lose-membership',
      label: 'Lose membership',
      effect: 'TikTok takes the membership away: the status becomes NOT_IN.',
      run: (id) => marketplace.expel(persona(id)),
    },
    {
      name: 'end-invitation',
      label: 'End invitation',
      effect: 'An open invitation runs out: the status becomes NOT_IN.',
      run: (id) => {
        if (!marketplace.endInvitation(persona(id))) throw new UnknownDetail('there is no open invitation');
      },
    },
    {
      name: 'rename',
      label: 'Rename',
      effect: 'The handle becomes another one (`handle`, by default the old one with .new); ids stay.',
      run: (id, details) => {
        const name = handle.parse(details['handle'] ?? `${persona(id).handle}.new`.slice(-24));
        if (people.withHandle(name)) throw new UnknownDetail('handle: taken');
        people.change(id, { handle: name });
      },
    },
    {
      name: 'switch-to-personal',
      label: 'Switch to personal',
      effect: 'A business account becomes a personal one.',
      run: (id) => people.change(id, { accountType: 'personal' }),
    },
    {
      name: 'set',
      label: 'Set …',
      effect:
        'Sets followers, country, age, accountType, contentSuitable, goodStanding, inviteAnswer, viewsPerVideo, posting, caption or handle.',
      run: (id, details) => {
        const given = Object.entries(attributes.parse(details)).filter(([, value]) => value !== undefined);
        people.change(id, Object.fromEntries(given));
      },
    },
  ];
}
