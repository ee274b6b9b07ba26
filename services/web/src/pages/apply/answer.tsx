import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconHourglass, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OwnApplication } from '../../api/types';
import { ButtonLink } from '../../components/links';
import { PageTitle } from '../../components/page-title';
import { Steps } from './steps';
import { Withdraw } from './withdraw';

const looks = {
  submitted: { color: 'indigo', Icon: IconHourglass },
  approved: { color: 'teal', Icon: IconCircleCheck },
  declined: { color: 'gray', Icon: IconInfoCircle },
} as const;

/** After the submission: it waits, or what became of it. */
export function Answer({ application }: { application: OwnApplication }) {
  const { t } = useTranslation();
  const { status, email, form } = application;
  if (status === 'draft') return null;
  const { color, Icon } = looks[status];
  const organisation = form.organisationName;
  return (
    <Stack gap="lg">
      <Steps current="answer" />
      <PageTitle>{t(`apply.answer.${status}`, { organisation })}</PageTitle>
      <Alert role="status" color={color} icon={<Icon aria-hidden />}>
        <Text size="sm">{t(`apply.answer.${status}Text`, { organisation, email })}</Text>
      </Alert>
      {status === 'approved' ? (
        <Group>
          <ButtonLink to="/sign-in">{t('signIn.title')}</ButtonLink>
        </Group>
      ) : (
        <Withdraw application={application} />
      )}
    </Stack>
  );
}
