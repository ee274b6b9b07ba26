import { Group, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { HelpLink } from '../../components/help-link';

const steps = ['accounts', 'details', 'answer'] as const;
export type Step = (typeof steps)[number];

/** Where one is on the way, by number and words, and on each step in the same place what helps with it. */
export function Steps({ current }: { current: Step }) {
  const { t } = useTranslation();
  const at = steps.indexOf(current);
  return (
    <Stack gap="xs">
      <Group component="ol" gap="md" m={0} p={0} aria-label={t('apply.steps')} style={{ listStyle: 'none' }}>
        {steps.map((step, index) => (
          <Group key={step} component="li" gap={6} wrap="nowrap" aria-current={index === at ? 'step' : undefined}>
            <ThemeIcon
              size={26}
              radius="xl"
              variant={index > at ? 'default' : 'filled'}
              color={index < at ? 'teal.9' : undefined}
            >
              {index < at ? (
                <IconCheck size={16} aria-label={t('apply.stepDone')} />
              ) : (
                <Text size="sm">{index + 1}</Text>
              )}
            </ThemeIcon>
            <Text size="sm" fw={index === at ? 700 : 400}>
              {t(`apply.step.${step}`)}
            </Text>
          </Group>
        ))}
      </Group>
      <HelpLink topic="application" w="fit-content" />
    </Stack>
  );
}
