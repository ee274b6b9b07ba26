import { useSearch } from '@tanstack/react-router';
import type { OwnApplication } from '../../api/types';
import { AccountsStep } from './accounts-step';
import { DetailsStep } from './details-step';
import { useTyped } from './use-typed';

/** Both steps of a draft. What is typed is held here, so that going to and fro waits for no answer. */
export function Draft({ application }: { application: OwnApplication }) {
  const { step } = useSearch({ from: '/apply' });
  const form = useTyped(application);
  return step === 'details' ? (
    <DetailsStep application={application} form={form} />
  ) : (
    <AccountsStep application={application} />
  );
}
