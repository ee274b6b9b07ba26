import { Button, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ButtonLink, TextLink } from '../../components/links';
import type { HelpTopic } from '../../help/topics';

/** One step per screen, for somebody who has the other site open beside it. Back in the browser is one step back. */
export function GuideSteps({ topic, steps }: { topic: HelpTopic; steps: readonly string[] }) {
  const { t } = useTranslation();
  const { step = 1 } = useSearch({ from: '/help/$topic' });
  if (step === 'all') {
    return (
      <List type="ordered" withPadding spacing="xs">
        {steps.map((text) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
    );
  }
  const shown = Math.min(step, steps.length);
  const to = (next: number) => ({ to: '/help/$topic', params: { topic }, search: { step: next } }) as const;
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="step">
      <Stack gap="md">
        <Title order={2} size="h4" id="step" aria-live="polite">
          {t('help.step', { step: shown, of: steps.length })}
        </Title>
        <Text size="lg">{steps[shown - 1]}</Text>
        <Group gap="xs">
          {shown > 1 ? (
            <ButtonLink {...to(shown - 1)} variant="default" resetScroll={false}>
              {t('help.back')}
            </ButtonLink>
          ) : (
            <Button variant="default" disabled>
              {t('help.back')}
            </Button>
          )}
          {shown < steps.length && (
            <ButtonLink {...to(shown + 1)} resetScroll={false}>
              {t('help.next')}
            </ButtonLink>
          )}
          <TextLink to="/help/$topic" params={{ topic }} search={{ step: 'all' }} size="sm" resetScroll={false}>
            {t('help.allSteps')}
          </TextLink>
        </Group>
      </Stack>
    </Card>
  );
}
