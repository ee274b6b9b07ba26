import { Anchor, Box, Button, Container, Group, Image, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { useKnownSession } from '../api/session';
import type { Session } from '../api/types';
import { homeOf } from '../domain/home-of';
import { preferLanguage } from '../i18n';
import { ConnectionNotice } from './connection-notice';
import { HelpLink } from './help-link';
import { LanguageChoice } from './language-choice';
import { ProblemNotice } from './problem-notice';
import { letGo } from './unsent';
import { useLeaveQuestion } from './use-leave-question';
import classes from './shell.module.css';

export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const session = useKnownSession();
  const locale = session?.locale;
  useEffect(() => void preferLanguage(locale), [locale]);
  // Lists and tables of members have more to show than a creator's step after step.
  const { mayLeave, question } = useLeaveQuestion();
  const width = useLocation({ select: ({ pathname }) => (pathname.startsWith('/admin') ? 'lg' : 'sm') });
  return (
    <Box mih="100dvh">
      <a href="#content" className={classes.skip}>
        {t('app.skip')}
      </a>
      <Box component="header" className={classes.header}>
        <Container size={width}>
          <Group justify="space-between" gap="xs" wrap="nowrap">
            <Anchor href={homeOf(session)} underline="never" c="inherit" aria-label={t('app.name')}>
              <Group gap="xs" wrap="nowrap">
                <Image src="/favicon.svg" alt="" w={28} h={28} />
                <Text fw={700} {...(session?.user && { className: classes.name })}>
                  {t('app.name')}
                </Text>
              </Group>
            </Anchor>
            <Group gap="sm" wrap="nowrap" miw={0}>
              <HelpLink underline="hover">{t('help.title')}</HelpLink>
              {session?.user && <SignedIn session={session} mayLeave={mayLeave} />}
            </Group>
          </Group>
        </Container>
      </Box>
      <Container component="main" id="content" tabIndex={-1} size={width} py="xl" className={classes.main}>
        <ConnectionNotice />
        {children}
        {question}
      </Container>
      <Container component="footer" size={width} pb="xl">
        <LanguageChoice />
      </Container>
    </Box>
  );
}

interface SignedInProps {
  session: Session;
  mayLeave(): Promise<boolean>;
}

function SignedIn({ session: { organisation, organisations }, mayLeave }: SignedInProps) {
  const { t } = useTranslation();
  const move = useMutation({
    mutationFn: (organisationId: string) =>
      answerOf(api.POST('/v1/sessions/current/organisation', { body: { organisationId } })),
    onSuccess: () => {
      letGo();
      window.location.reload();
    },
  });
  const signOut = useMutation({
    mutationFn: () => answerOf(api.DELETE('/v1/sessions/current')),
    onSuccess: () => {
      letGo();
      window.location.replace('/');
    },
  });
  const unlessTyping = (leave: () => void) => void mayLeave().then((may) => may && leave());
  const error = move.error ?? signOut.error;
  return (
    <Stack gap="xs" align="flex-end" miw={0}>
      <Group gap="xs" wrap="nowrap" maw="100%">
        {organisations.length > 1 ? (
          <NativeSelect
            size="xs"
            aria-label={t('app.organisation')}
            value={organisation?.id ?? ''}
            data={organisations.map(({ id, name }) => ({ value: id, label: name ?? id }))}
            onChange={({ currentTarget: { value } }) => unlessTyping(() => move.mutate(value))}
          />
        ) : (
          <Text size="sm" truncate title={organisation?.name}>
            {organisation?.name}
          </Text>
        )}
        <Button
          size="xs"
          variant="default"
          className={classes.signOut}
          loading={signOut.isPending}
          onClick={() => unlessTyping(() => signOut.mutate())}
        >
          {t('app.signOut')}
        </Button>
      </Group>
      {error && <ProblemNotice error={error} />}
    </Stack>
  );
}
