import type { Candidate, CandidateAccount, GrantInspection, UnusableReason } from '../capabilities/grants';
import type { LinkedAccount, Page } from './instagram-grants.schemas';

/** What the person can choose from: every Page seen, and every ticked Page that the list kept back. */
export function candidatesFrom(pages: readonly Page[], inspection?: GrantInspection): readonly Candidate[] {
  const listed = new Set(pages.map((page) => page.id));
  const notListed = (tickedTargets(inspection, 'pages_show_list') ?? []).filter((id) => !listed.has(id));
  const sharedAccounts = tickedTargets(inspection, 'instagram_basic');
  return [...pages.map((page) => candidateOf(page, sharedAccounts)), ...notListed.map(pageNotShared)];
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

function candidateOf(page: Page, sharedAccounts: readonly string[] | null): Candidate {
  const account = page.instagram_business_account ? accountOf(page.instagram_business_account) : null;
  const reason = reasonAgainst(page, account, sharedAccounts);
  return {
    id: account?.id ?? `page:${page.id}`,
    usable: reason === null,
    reason,
    account,
    page: { id: page.id, name: page.name },
    accessToken: reason === null ? (page.access_token ?? null) : null,
  };
}

function reasonAgainst(
  page: Page,
  account: CandidateAccount | null,
  sharedAccounts: readonly string[] | null,
): UnusableReason | null {
  if (!account) return 'page_without_instagram';
  if (sharedAccounts && !sharedAccounts.includes(account.id)) return 'instagram_not_shared';
  if (page.tasks?.length === 0) return 'page_role_insufficient';
  return page.access_token ? null : 'page_token_missing';
}

/** Ticked in the dialog and yet not in the list: the Page is held by a business portfolio that does not share it. */
function pageNotShared(id: string): Candidate {
  const page = { id, name: null };
  return { id: `page:${id}`, usable: false, reason: 'page_not_shared', account: null, page, accessToken: null };
}

/** null: everything, also what will be added later. */
function tickedTargets(inspection: GrantInspection | undefined, scope: string): readonly string[] | null {
  return inspection?.granularScopes.find((granular) => granular.scope === scope)?.targetIds ?? null;
}
