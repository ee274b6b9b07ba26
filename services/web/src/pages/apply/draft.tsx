import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { OwnApplication } from '../../api/types';
import { Loading } from '../../components/loading';
import { useDraft } from './use-draft';

const AccountsStep = lazy(() => import('./accounts-step'));
const DetailsStep = lazy(() => import('./details-step'));

interface DraftProps {
  application: OwnApplication;
  /** When it was. */
  readAt: number;
  /** The session of the applicant has ended. */
  isOver: boolean;
}

/** Both steps of a draft. What is typed is held here, so that going to and fro waits for no answer. */
export function Draft({ application, readAt, isOver }: DraftProps) {
  const { step } = useSearch({ from: '/apply' });
  const draft = useDraft(application, readAt);
  return (
    <Suspense fallback={<Loading />}>
      {step === 'details' ? (
        <DetailsStep application={application} draft={draft} isOver={isOver} />
      ) : (
        <AccountsStep application={application} isOver={isOver} />
      )}
    </Suspense>
  );
}
