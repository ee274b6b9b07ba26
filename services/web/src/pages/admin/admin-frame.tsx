import { Box, Group, Stack } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSignedOut, useSession } from '../../api/session';
import type { Session } from '../../api/types';
import { Loading } from '../../components/loading';
import { TextLink } from '../../components/links';
import { NoPermission } from '../../components/no-permission';
import { PageProblem } from '../../components/page-problem';
import { SignInNeeded } from '../../components/sign-in-needed';
import { StepUp } from '../../components/step-up';
import { useLiveUpdates } from '../../api/live-updates';
import { RecoveryCodeUsed } from '../account/recovery-code-used';
import { SecondFactorGate } from '../account/second-factor-gate';
import { BulkPanel } from './bulk/bulk-panel';
import { BulkProvider } from './bulk/use-bulk';
import { Bell } from './notices/bell';
import classes from './admin-frame.module.css';

const places = [
  ['/admin/influencers', 'admin.title'],
  ['/admin/applications', 'applications.title'],
  ['/admin/campaigns', 'campaigns.title'],
  ['/admin/discover', 'discover.title'],
  ['/admin/reports', 'reports.title'],
  ['/admin/settings', 'settings.title'],
] as const;
const ofOperators = ['/admin/operations', 'operations.title'] as const;

/** What every page of members has in common: who is there, what they still owe, and the way to the other pages. */
export default function AdminFrame() {
  const { t } = useTranslation();
  const session = useSession();
  const [usedRecoveryCode, setUsedRecoveryCode] = useState(false);
  const isMember = session.data?.kind === 'member';
  const complete = isMember && session.data?.missingFactor === null;
  const [entered, setEntered] = useState(complete);
  if (complete && !entered) setEntered(true);
  // One stream for all pages: whatever happened, the lists below it are read again.
  useLiveUpdates('admin', complete);

  // A session that ends later leaves the page as it is: somebody may have typed something.
  if (!session.data) {
    if (isSignedOut(session.error)) return <SignInNeeded as="admin" />;
    if (session.error) return <PageProblem error={session.error} onRetry={() => void session.refetch()} />;
    return <Loading />;
  }
  const gate = complete ? undefined : (
    <Gate session={session.data} isMember={isMember} onRecoveryCode={() => setUsedRecoveryCode(true)} />
  );
  if (!entered) return gate;
  // Whoever signs in anew in another tab, step after step, finds here what they had typed.
  const frame = (
    <StepUp>
      <BulkProvider>
        <Stack gap="lg">
          <Group justify="space-between" align="flex-start" wrap="nowrap" gap={4}>
            <nav aria-label={t('admin.nav')}>
              <Group gap="xs" className={classes.places}>
                {(session.data.operator ? [...places, ofOperators] : places).map(([to, label]) => (
                  <TextLink key={to} to={to} className={classes.place} activeProps={{ 'data-active': true }}>
                    {t(label)}
                  </TextLink>
                ))}
              </Group>
            </nav>
            <Bell />
          </Group>
          {usedRecoveryCode && <RecoveryCodeUsed onClose={() => setUsedRecoveryCode(false)} />}
          <BulkPanel />
          <Outlet />
        </Stack>
      </BulkProvider>
    </StepUp>
  );
  return (
    <>
      {gate}
      <Box hidden={gate !== undefined}>{frame}</Box>
    </>
  );
}

interface GateProps {
  session: Session;
  isMember: boolean;
  onRecoveryCode(): void;
}

/** What stands before the pages of members for whoever may not see them, or not yet. */
function Gate({ session: { user, missingFactor }, isMember, onRecoveryCode }: GateProps) {
  if (isMember && missingFactor) return <SecondFactorGate missing={missingFactor} onRecoveryCode={onRecoveryCode} />;
  return user ? <NoPermission to="members" signIn="admin" /> : <SignInNeeded as="admin" />;
}
