import { Button, Group, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading';
import { Section } from './section';

const EraseQuestion = lazy(() => import('./erase-question'));

export function Erase({ organisation }: { organisation: string }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <Section title={t('ownData.erase')}>
      <Text size="sm">{t('ownData.eraseText', { organisation })}</Text>
      <Group>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('ownData.eraseOpen')}
        </Button>
      </Group>
      {asking && (
        <Suspense fallback={<Loading />}>
          <EraseQuestion organisation={organisation} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </Section>
  );
}
