import { Group, Stack, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useKnownSession } from '../api/session';
import { homeOf } from '../domain/home-of';
import { HelpLink } from './help-link';
import { ButtonLink } from './links';
import { PageTitle } from './page-title';

/** Signed in, and yet not here: whom the page is for, who can change that, and the way to what is theirs. */
export function NoPermission({
  to,
  signIn,
}: {
  to: 'members' | 'creators' | 'owners' | 'admins' | 'operators';
  signIn?: 'admin' | 'creator';
}) {
  const { t } = useTranslation();
  const session = useKnownSession();
  return (
    <Stack align="flex-start" gap="sm">
      <IconLock size={32} aria-hidden />
      <PageTitle>{t(`noPermission.title.${to}`)}</PageTitle>
      {session?.user && <Text>{t('noPermission.signedIn', { email: session.user.email })}</Text>}
      <Text>{t(`noPermission.text.${to}`)}</Text>
      <Group>
        <ButtonLink to={homeOf(session)} search={{}}>
          {t('noPermission.home')}
        </ButtonLink>
        {signIn && (
          <ButtonLink to="/sign-in" search={signIn === 'admin' ? { for: 'admin' } : {}} variant="default">
            {t('noPermission.signIn')}
          </ButtonLink>
        )}
      </Group>
      <HelpLink topic="no-permission" />
    </Stack>
  );
}
