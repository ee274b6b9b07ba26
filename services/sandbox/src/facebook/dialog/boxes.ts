import type { FacebookPersona } from '../../world/facebook-personas';
import { instagramId, pageId } from '../../world/ids';
import type { FacebookGrant } from '../facebook.state';
import type { PersonPage } from '../people';
import type { DialogRequest } from './dialog-request';

export interface PermissionBoxes {
  /** Shown, in this order. */
  asked: string[];
  /** Held already: they go along unseen. */
  kept: string[];
  unticked: string[];
}

/** `rerequest` shows only what is missing; what is held already goes along unseen. Else everything, as it is now. */
export function permissionBoxes(
  dialog: DialogRequest,
  persona: FacebookPersona,
  grant: FacebookGrant | undefined,
): PermissionBoxes {
  const before = living(grant);
  if (!before) {
    const unticked = dialog.scopes.filter((scope) => persona.habits?.permissions?.includes(scope));
    return { asked: dialog.scopes, kept: [], unticked };
  }
  if (dialog.authType === 'rerequest') {
    const missing = dialog.scopes.filter((scope) => before.permissions[scope] !== 'granted');
    const asked = missing.length > 0 ? missing : dialog.scopes;
    return { asked, kept: dialog.scopes.filter((scope) => !asked.includes(scope)), unticked: [] };
  }
  const unticked = dialog.scopes.filter((scope) => before.permissions[scope] === 'declined');
  return { asked: dialog.scopes, kept: [], unticked };
}

export interface TargetBoxes {
  pages: string[];
  instagram: string[];
  all: boolean;
}

/** What is ticked when the picker opens: the choice of before, else what the person usually ticks. */
export function targetBoxes(
  offered: readonly PersonPage[],
  persona: FacebookPersona,
  grant: FacebookGrant | undefined,
): TargetBoxes {
  const before = living(grant);
  const habits = before ? undefined : persona.habits;
  const leftOut = [...(habits?.pages ?? []).map(pageId), ...(habits?.instagram ?? []).map(instagramId)];
  const kept = (chosen: string[] | null | undefined, id: string): boolean =>
    !leftOut.includes(id) && (chosen?.includes(id) ?? true);
  return {
    pages: offered.map((page) => page.id).filter((id) => kept(before?.pages, id)),
    instagram: instagramIds(offered).filter((id) => kept(before?.instagram, id)),
    all: before?.pages === null,
  };
}

export const instagramIds = (pages: readonly PersonPage[]): string[] =>
  pages.flatMap(({ instagram }) => (instagram ? [instagramId(instagram.number)] : []));

const living = (grant: FacebookGrant | undefined): FacebookGrant | undefined => (grant?.removed ? undefined : grant);
