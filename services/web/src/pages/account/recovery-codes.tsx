import { Alert, Button, Code, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCopy } from '../../components/use-copy';

/** Shown once. They can be copied as one text; the way on is a press, so that nobody passes them by unseen. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone(): void }) {
  const { t } = useTranslation();
  const { copy, copied, byHand } = useCopy();
  return (
    <Stack gap="md">
      <Alert title={t('secondFactor.codes')}>{t('secondFactor.codesText')}</Alert>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
        {codes.map((code) => (
          <Code key={code} fz="md">
            {code}
          </Code>
        ))}
      </SimpleGrid>
      <Group>
        <Button onClick={onDone}>{t('secondFactor.saved')}</Button>
        <Button variant="default" onClick={() => void copy(codes.join('\n'))}>
          {t('secondFactor.copy')}
        </Button>
        <Text size="sm" role="status">
          {copied && t('secondFactor.copied')}
          {byHand !== undefined && t('app.copyRefused')}
        </Text>
      </Group>
    </Stack>
  );
}
