import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../components/lazy-part';
import { Loading } from '../../components/loading';
import { Section } from './section';

const EraseQuestion = lazyPart('erase-question', () => import('./erase-question'), <Loading />);

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
      {asking && <EraseQuestion organisation={organisation} onClose={() => setAsking(false)} />}
    </Section>
  );
}
