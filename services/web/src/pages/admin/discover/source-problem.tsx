import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DiscoverySource } from '../../../api/admin-types';
import type { Platform } from '../../../api/types';
import { HelpLink } from '../../../components/help-link';
import { TextLink } from '../../../components/links';
import { errorText } from '../../../i18n';

/** Pages of the documentation that say how the installation gets what it searches with. */
const setUpPages = {
  instagram: 'docs/platforms/meta.md',
  youtube: 'docs/platforms/google.md',
  tiktok: 'docs/platforms/ttcm.md',
};
const ofOperators: readonly string[] = [
  'accounts.discovery_not_configured',
  'accounts.discovery_refused',
  'ttcm.not_configured',
];
const ofOwners: readonly string[] = ['ttcm.not_connected', 'ttcm.reauth_needed'];

export interface SourceProblemProps {
  platform: Platform;
  problem: NonNullable<DiscoverySource['problem']>;
}

/** Why a platform can not be searched, and who can change that, where. */
export function SourceProblem({ platform, problem }: SourceProblemProps) {
  const { t } = useTranslation();
  const { title } = errorText(problem.code) ?? problem;
  return (
    <Alert
      role="status"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('discover.unavailable', { platform: t(`platform.${platform}`) })}
    >
      <Stack gap={8} align="flex-start">
        <Text size="sm">{title}</Text>
        <WayOn platform={platform} problem={problem} />
        <HelpLink topic="discover" />
      </Stack>
    </Alert>
  );
}

function WayOn({ platform, problem }: SourceProblemProps) {
  const { t } = useTranslation();
  const { code, retryAfterSeconds } = problem;
  const { nextStep } = errorText(code) ?? problem;
  if (ofOperators.includes(code))
    return <Text size="sm">{t('discover.operator', { page: setUpPages[platform] })}</Text>;
  if (retryAfterSeconds !== null) {
    return <Text size="sm">{t('discover.wait', { count: Math.ceil(retryAfterSeconds / 60) })}</Text>;
  }
  return (
    <>
      <Text size="sm">{nextStep}</Text>
      {ofOwners.includes(code) && (
        <TextLink to="/admin/settings" search={{ tab: 'marketplace' }} size="sm" underline="always">
          {t('discover.toMarketplace')}
        </TextLink>
      )}
    </>
  );
}
