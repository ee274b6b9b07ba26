import type { en } from './en';
import type { enMembers } from './en-members';
import type { enOwnData } from './en-own-data';

/** Every text of a language. A language that lacks one, or has one too many, does not compile. */
export type Locale = typeof en;
export type MembersLocale = typeof enMembers;
export type OwnDataLocale = typeof enOwnData;
