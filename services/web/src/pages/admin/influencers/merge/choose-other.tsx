import { Button, Card, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../../api/client';
import { Loading } from '../../../../components/loading';
import { ProblemNotice } from '../../../../components/problem-notice';

interface ChooseOtherProps {
  than: string;
  onChoose(id: string): void;
}

/** Finds the other entry in the roster. */
export function ChooseOther({ than, onChoose }: ChooseOtherProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 300);
  const found = useQuery({
    queryKey: ['admin', 'merge-others', search],
    queryFn: () => answerOf(api.GET('/v1/influencers', { params: { query: { search, limit: 10 } } })),
    enabled: search !== '',
  });
  const others = found.data?.items.filter(({ id }) => id !== than);
  return (
    <Stack gap="sm">
      <TextInput
        type="search"
        label={t('merge.find')}
        description={t('merge.findHint')}
        value={typed}
        maxLength={100}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {found.error && <ProblemNotice error={found.error} />}
      {search !== '' && found.isPending && <Loading />}
      <Text size="sm" role="status">
        {others?.length === 0 && t('merge.none')}
      </Text>
      {others && others.length > 0 && (
        <Stack component="ul" gap="xs" m={0} p={0} aria-label={t('merge.find')}>
          {others.map(({ id, name, email, socialAccounts }) => (
            <Card key={id} component="li" withBorder padding="sm" style={{ listStyle: 'none' }}>
              <Group justify="space-between" gap="xs">
                <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                  <Text fw={600}>{name}</Text>
                  <Text size="sm" c="dimmed">
                    {[email, ...socialAccounts.map(({ handle }) => `@${handle}`)].join(' · ')}
                  </Text>
                </div>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('merge.chooseWhom', { name })}
                  onClick={() => onChoose(id)}
                >
                  {t('merge.choose')}
                </Button>
              </Group>
            </Card>
          ))}
        </Stack>
      )}
    </Stack>
  );
}
