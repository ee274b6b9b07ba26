import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from './links';
import { PageTitle } from './page-title';

export function SignInNeeded({ as }: { as: 'creator' | 'admin' }) {
  const { t } = useTranslation();
  return (
    <Stack align="flex-start">
      <PageTitle>{t('signIn.needed')}</PageTitle>
      <Text>{t('signIn.neededText')}</Text>
      <ButtonLink to="/sign-in" search={as === 'admin' ? { for: 'admin' } : {}}>
        {t('signIn.title')}
      </ButtonLink>
    </Stack>
  );
}
