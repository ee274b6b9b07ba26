import type { Candidate, CandidateAccount, GrantInspection, UnusableReason } from '../capabilities/grants';
import { tickedTargets } from '../scopes';
import type { LinkedAccount, Page } from './instagram-grants.schemas';

/** Pages that were ticked in the dialog and are yet not in the list. */
export function pagesKeptBack(pages: readonly Page[], inspection?: GrantInspection): readonly string[] {
  const listed = new Set(pages.map((page) => page.id));
  return (tickedTargets(inspection, 'pages_show_list') ?? []).filter((id) => !listed.has(id));
}

/** What the person can choose from: every Page seen, and every ticked Page that the list kept back. */
export function candidatesFrom(
  pages: readonly Page[],
  keptBack: readonly { id: string; name: string | null }[],
  inspection?: GrantInspection,
): readonly Candidate[] {
  const carried = new Set(pages.map((page) => page.instagram_business_account?.id));
  const ticked = tickedTargets(inspection, 'instagram_basic');
  const unseen = ticked?.filter((id) => !carried.has(id)) ?? [];
  // Each Page that was kept back may carry one of them.
  const shared: SharedAccounts = { ticked, elsewhere: unseen.length > keptBack.length };
  return [...pages.map((page) => candidateOf(page, shared)), ...keptBack.map(pageNotShared)];
}

export function accountOf(linked: LinkedAccount): CandidateAccount {
  return {
    id: linked.id,
    handle: linked.username,
    displayName: linked.name,
    pictureUrl: linked.profile_picture_url,
    followers: linked.followers_count,
  };
}

interface SharedAccounts {
  /** null: nothing was narrowed. */
  ticked: readonly string[] | null;
  /** One of them is carried by none of the ticked Pages. */
  elsewhere: boolean;
}

function candidateOf(page: Page, shared: SharedAccounts): Candidate {
  const account = page.instagram_business_account ? accountOf(page.instagram_business_account) : null;
  const reason = account ? reasonAgainst(page, account, shared) : reasonWithoutAccount(page, shared);
  return {
    id: account?.id ?? `page:${page.id}`,
    usable: reason === null,
    reason,
    account,
    page: { id: page.id, name: page.name },
    accessToken: reason === null ? (page.access_token ?? null) : null,
  };
}

function reasonAgainst(page: Page, { id }: CandidateAccount, { ticked }: SharedAccounts): UnusableReason | null {
  if (ticked && !ticked.includes(id)) return 'instagram_not_shared';
  if (page.tasks?.length === 0) return 'page_role_insufficient';
  return page.access_token ? null : 'page_token_missing';
}

/**
 * An account that was left out looks like one that is not there, so what was ticked decides. A connected account is
 * known to be personal only where nothing was narrowed.
 */
function reasonWithoutAccount(page: Page, { ticked, elsewhere }: SharedAccounts): UnusableReason {
  const connected = page.connected_instagram_account;
  if (ticked === null) return connected ? 'instagram_personal' : 'page_without_instagram';
  if (ticked.length === 0 || (connected && !ticked.includes(connected.id))) return 'instagram_not_shared';
  return elsewhere ? 'instagram_on_another_page' : 'page_without_instagram';
}

function pageNotShared(page: { id: string; name: string | null }): Candidate {
  const id = `page:${page.id}`;
  return { id, usable: false, reason: 'page_not_shared', account: null, page, accessToken: null };
}
