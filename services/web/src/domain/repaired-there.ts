import type { SocialAccount } from '../api/types';
import type { HelpTopic } from '../help/topics';

/** Ends that their person repairs at the platform alone, each with the page that says how: the same consent lives on afterwards. */
const pages = {
  page_link_lost: 'check-link',
  page_role_lost: 'page-access',
  checkpointed: 'reauthenticate',
  unconfirmed_user: 'reauthenticate',
} as const satisfies Record<string, HelpTopic>;

export type RepairedThere = keyof typeof pages;

export const topicOfRepair = (cause: RepairedThere): HelpTopic => pages[cause];

/** The cause of an ended permission that another look may find repaired, without a new consent. */
export function repairedThere({ authState, cause }: Pick<SocialAccount, 'authState' | 'cause'>): RepairedThere | null {
  return authState === 'REAUTH' && Object.hasOwn(pages, cause) ? (cause as RepairedThere) : null;
}
