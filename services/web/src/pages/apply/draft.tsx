import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { OwnApplication } from '../../api/types';
import { Loading } from '../../components/loading';
import { useDraft } from './use-draft';

const AccountsStep = lazy(() => import('./accounts-step'));
const DetailsStep = lazy(() => import('./details-step'));

/** Both steps of a draft. What is typed is held here, so that going to and fro waits for no answer. */
export function Draft({ application }: { application: OwnApplication }) {
  const { step } = useSearch({ from: '/apply' });
  const draft = useDraft(application);
  return (
    <Suspense fallback={<Loading />}>
      {step === 'details' ? (
        <DetailsStep application={application} draft={draft} />
      ) : (
        <AccountsStep application={application} />
      )}
    </Suspense>
  );
}
