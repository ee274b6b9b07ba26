import { isoTime, UnknownDetail, type PersonaAction, type PersonaDesk } from '../control/persona-action';
import { siteUrl } from '../ui/sites';
import { FACEBOOK_PERSONAS } from '../world/facebook-personas';
import { facebookUserId, instagramId } from '../world/ids';
import type { Facebook } from './facebook';
import type { Ending, FacebookGrant, PermissionStatus } from './facebook.state';
import { deathOf } from './graph/caller';
import { instagramNamed } from './instagram-now';

/** The account that takes the place of another. */
const SUCCESSOR = 199;

/** Everything that may happen to a Facebook profile, its Pages and its grants. */
export function facebookDesk(facebook: Facebook): PersonaDesk {
  const actions = actionsOf(facebook);
  return {
    ids: FACEBOOK_PERSONAS.map((persona) => persona.id),
    actions,
    view(id) {
      const persona = facebook.people.find(id);
      if (!persona) return undefined;
      const login = siteUrl(facebook.box, 'facebook', `/login?persona=${id}&next=`);
      return {
        id,
        platform: 'facebook',
        name: persona.name,
        shows: persona.shows,
        handles: facebook.people.pages(persona).flatMap(({ instagram }) => (instagram ? [instagram.username] : [])),
        links: { home: `${login}/`, settings: `${login}/settings/business-integrations` },
        actions: actions.map(({ name, effect }) => ({ name, effect })),
        state: {
          userId: facebookUserId(facebook.box.registrations.meta.appId, persona.number),
          blocked: facebook.people.changes(id).blocked ?? null,
          pages: facebook.people.pages(persona).map(({ id: pageId, page, instagram, hasRole }) => ({
            id: pageId,
            name: page.name,
            hasRole,
            instagram: instagram ? { id: instagramId(instagram.number), username: instagram.username } : null,
          })),
          grants: facebook.grants.ofPersona(id).map((grant) => viewGrant(facebook, grant)),
        },
      };
    },
  };
}

function viewGrant(facebook: Facebook, grant: FacebookGrant): object {
  const tokens = Object.entries(facebook.box.state.facebook.tokens).filter(
    ([, token]) => token.personaId === grant.personaId && token.appId === grant.appId,
  );
  return {
    status: grant.removed ? 'removed' : 'active',
    permissions: grant.permissions,
    pages: grant.pages ?? 'all',
    instagram: grant.instagram ?? 'all',
    grantedAt: isoTime(grant.grantedAt),
    dataAccessEndsAt: isoTime(grant.dataAccessEndsAt),
    tokens: tokens.map(([sum, token]) => ({
      fingerprint: sum.slice(0, 8),
      kind: token.kind,
      expiresAt: token.expiresAt === null ? null : isoTime(token.expiresAt),
      deadBecause: deathOf(facebook, token) ?? null,
    })),
  };
}

function actionsOf({ box, people, grants, removeApp }: Facebook): PersonaAction[] {
  const each = (personaId: string, action: (grant: FacebookGrant) => void): void => {
    for (const grant of grants.ofPersona(personaId)) if (!grant.removed) action(grant);
    box.changed();
  };
  const ending = (name: string, label: string, subcode: Ending): PersonaAction => ({
    name,
    label,
    effect: `All tokens answer 190/${subcode}.`,
    run: (id) => each(id, (grant) => grants.end(grant, subcode)),
  });
  const setPermission = (id: string, details: Record<string, unknown>, status: PermissionStatus): void => {
    const { permission = 'instagram_manage_insights' } = details;
    each(id, (grant) => {
      if (typeof permission !== 'string' || !(permission in grant.permissions))
        throw new UnknownDetail('permission: not held');
      grant.permissions[permission] = status;
    });
  };
  const pageIds = (id: string): string[] => {
    const persona = people.find(id);
    return persona ? people.pages(persona).map((page) => page.id) : [];
  };
  /** One Page when it is named, else all. */
  const chosen = (id: string, details: Record<string, unknown>): string[] => {
    const { page } = details;
    if (page === undefined || page === '') return pageIds(id);
    if (typeof page !== 'string' || !pageIds(id).includes(page))
      throw new UnknownDetail('page: not one of this persona');
    return [page];
  };

  return [
    ending('change-password', 'Change password', 460),
    ending('expire-session', 'Expire session', 463),
    ending('log-out-everywhere', 'Log out everywhere', 467),
    {
      name: 'remove-app',
      label: 'Remove app',
      effect: 'All tokens answer 190/458 and the deauthorize callback is sent.',
      run: (id) => each(id, removeApp),
    },
    {
      name: 'checkpoint',
      label: 'Checkpoint',
      effect: 'All tokens answer 190/459 until the person logs in at Facebook.',
      run: (id) => people.change(id, { blocked: 459 }),
    },
    {
      name: 'unconfirm',
      label: 'Unconfirm',
      effect: 'All tokens answer 190/464 until the person logs in at Facebook.',
      run: (id) => people.change(id, { blocked: 464 }),
    },
    {
      name: 'end-data-access',
      label: 'End data access',
      effect: 'The 90 days are over: tokens stay valid, reading Instagram answers error 10.',
      run: (id) => each(id, (grant) => (grant.dataAccessEndsAt = box.clock.now())),
    },
    {
      name: 'decline-permission',
      label: 'Decline insights',
      effect: 'One permission (`permission`, by default instagram_manage_insights) is taken back; no callback.',
      run: (id, details) => setPermission(id, details, 'declined'),
    },
    {
      name: 'expire-permission',
      label: 'Expire insights',
      effect:
        'One permission (`permission`, by default instagram_manage_insights) ends unused: `expired`; no callback.',
      run: (id, details) => setPermission(id, details, 'expired'),
    },
    {
      name: 'lose-page-role',
      label: 'Lose Page role',
      effect: 'Page tokens answer 190/492 and the Page is gone from the list (`page`, by default all).',
      run: (id, details) => people.change(id, { pagesWithoutRole: chosen(id, details) }),
    },
    {
      name: 'regain-page-role',
      label: 'Regain Page role',
      effect: 'The person has a role on all Pages again.',
      run: (id) => people.change(id, { pagesWithoutRole: [] }),
    },
    {
      name: 'withhold-page-token',
      label: 'Withhold Page token',
      effect: 'The Page is listed with its Instagram account, but without a token (`page`, by default all).',
      run: (id, details) => people.change(id, { pagesWithoutToken: chosen(id, details) }),
    },
    {
      name: 'give-page-token',
      label: 'Give Page token',
      effect: 'Every Page gives its token again.',
      run: (id) => people.change(id, { pagesWithoutToken: [] }),
    },
    {
      name: 'unlink-instagram',
      label: 'Unlink Instagram',
      effect: 'The Page shows no Instagram account any more (`page`, by default all).',
      run: (id, details) => people.change(id, { instagramUnlinkedFrom: chosen(id, details) }),
    },
    {
      name: 'relink-instagram',
      label: 'Relink Instagram',
      effect: 'Every Page shows its Instagram account again.',
      run: (id) => people.change(id, { instagramUnlinkedFrom: [] }),
    },
    {
      name: 'replace-instagram',
      label: 'Replace Instagram',
      effect: 'Another Instagram account takes the place of the one that was linked (`page`, by default the first).',
      run: (id, details) => {
        const [page] = chosen(id, details);
        if (page === undefined) throw new UnknownDetail('page: this persona has none');
        people.change(id, { instagramReplaced: { ...people.changes(id).instagramReplaced, [page]: SUCCESSOR } });
      },
    },
    {
      name: 'rename-instagram',
      label: 'Rename Instagram',
      effect: 'The account gets another username (`username`, by default the old one with .new); its id stays.',
      run: (id, { username }) => {
        const persona = people.find(id);
        const account = persona && people.pages(persona).find((page) => page.instagram)?.instagram;
        if (!account) throw new UnknownDetail('this persona has no professional account');
        const name = username === undefined || username === '' ? `${account.username}.new`.slice(-30) : username;
        if (typeof name !== 'string' || !/^[a-z0-9_.]{1,30}$/.test(name) || instagramNamed(box, name))
          throw new UnknownDetail('username: not possible, or taken');
        box.state.facebook.usernames[account.number] = name;
        box.changed();
      },
    },
    {
      name: 'switch-to-professional',
      label: 'Switch to professional',
      effect: 'A personal Instagram account becomes a professional one.',
      run: (id) => people.change(id, { madeProfessional: true }),
    },
    {
      name: 'create-page',
      label: 'Create a Page',
      effect: 'A spare Page appears, with an Instagram account where the persona has one left.',
      run: (id) => people.change(id, { extraPages: (people.changes(id).extraPages ?? 0) + 1 }),
    },
  ];
}
