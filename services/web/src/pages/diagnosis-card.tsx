import { Box, Card, Stack, Text, ThemeIcon, Group, Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Diagnosis } from '../api/types';
import { HelpLink } from '../components/help-link';
import { TextList } from '../components/text-list';
import { useScopeName } from '../components/use-scope-name';
import { topicOfCause } from '../help/topic-of';

/** Nobody needs it to read the page. */
const CauseDrawing = lazy(() => import('./cause-drawing'));

/** One cause, drawn and in words, what it is about, and the one thing to do. */
export function DiagnosisCard({ diagnosis }: { diagnosis: Diagnosis }) {
  const { t, i18n } = useTranslation();
  const { cause, title, nextStep, facts } = diagnosis;
  const known = i18n.exists(`doctor.${cause}.title`);
  const say = (part: 'title' | 'text' | 'step') => t(`doctor.${cause as 'no_page'}.${part}`);
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="cause">
      <Stack gap="md">
        <Group gap="md" align="flex-start">
          <Box w={120} h={64}>
            <Suspense>
              <CauseDrawing cause={cause} />
            </Suspense>
          </Box>
          <div style={{ flex: '1 1 240px' }}>
            <Title order={2} size="h4" id="cause">
              {known ? say('title') : title}
            </Title>
            {known && <Text>{say('text')}</Text>}
            <Facts facts={facts} />
          </div>
        </Group>
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <ThemeIcon variant="filled" size="lg" radius="xl">
            <IconArrowRight size={20} aria-hidden />
          </ThemeIcon>
          <div>
            <Title order={3} size="h5">
              {t('doctor.nextStep')}
            </Title>
            <Text>{known ? say('step') : nextStep}</Text>
          </div>
        </Group>
        <HelpLink topic={topicOfCause[cause]} />
      </Stack>
    </Card>
  );
}

function Facts({ facts }: { facts: Diagnosis['facts'] }) {
  const { t } = useTranslation();
  const scopeName = useScopeName();
  const { pages, missingScopes, expectedHandle, arrivedHandles } = facts;
  return (
    <>
      {pages.length > 0 && <FactList title={t('doctor.pages', { count: pages.length })} lines={pages} />}
      {missingScopes.length > 0 && <FactList title={t('transaction.missing')} lines={missingScopes.map(scopeName)} />}
      {expectedHandle && (
        <FactList title={t('transaction.expected')} lines={[`@${expectedHandle.replace(/^@/, '')}`]} />
      )}
      {arrivedHandles.length > 0 && (
        <FactList title={t('transaction.arrived')} lines={arrivedHandles.map((handle) => `@${handle}`)} />
      )}
    </>
  );
}

function FactList({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section aria-label={title}>
      <Text size="sm" fw={600} mt="xs">
        {title}
      </Text>
      <TextList lines={lines} />
    </section>
  );
}
