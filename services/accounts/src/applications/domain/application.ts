import { fieldFault, type FieldFault } from '@creator-connect/contracts';
import {
  faultsOf,
  valueOf,
  type FieldValues,
  type InfluencerField,
} from '../../influencer-fields/domain/influencer-fields';

/** An abandoned draft and a declined application leave nothing behind after these many days. */
export const draftDays = 30;
export const declinedDays = 7;

export type ApplicationStatus = 'draft' | 'submitted' | 'approved' | 'declined';

/** Its id is the one of the influencer it may become. */
export interface Application {
  id: string;
  organisationId: string;
  status: ApplicationStatus;
  group: { id: string; name: string } | null;
  name: string | null;
  email: string | null;
  emailVerified: boolean;
  locale: string;
  timeZone: string;
  fields: FieldValues;
  createdAt: Date;
  /** When the applicant last changed something. */
  touchedAt: Date;
  submittedAt: Date | null;
  decidedAt: Date | null;
}

type Details = Pick<Application, 'name' | 'email' | 'emailVerified' | 'fields'>;

/** Everything that keeps an application from being submitted; empty when nothing does. */
export function faultsOfApplication(
  { name, email, emailVerified, fields }: Details,
  asked: readonly InfluencerField[],
  connectedAccounts: number,
): FieldFault[] {
  return [
    ...(connectedAccounts > 0 ? [] : [fieldFault('socialAccounts', 'no_account')]),
    ...(name?.trim() ? [] : [fieldFault('name', 'empty')]),
    ...(email && emailVerified ? [] : [fieldFault('email', 'not_confirmed')]),
    ...faultsOf(asked, fields),
  ];
}

/** What was typed before, and over it what is typed now: nothing that is empty, or is not asked for (any more). */
export function fieldsAfter(before: FieldValues, typed: FieldValues, asked: readonly InfluencerField[]): FieldValues {
  const values = { ...before, ...typed };
  return Object.fromEntries(
    asked.flatMap(({ key }) => {
      const value = valueOf(values, key);
      return value?.trim() ? [[key, value]] : [];
    }),
  );
}
