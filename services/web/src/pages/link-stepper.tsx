import { Badge, Box, Button, Card, Group, Stack, Text, ThemeIcon, Title, UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkItem } from '../api/types';
import { KeepTickedDialog } from '../components/keep-ticked';
import { PageTitle } from '../components/page-title';
import { PlatformIcon } from '../components/platform-icon';
import { Primer } from '../components/primer';
import { ProblemNotice } from '../components/problem-notice';
import { useConnect } from '../components/use-connect';

interface LinkStepperProps {
  items: LinkItem[];
  organisation?: string;
}

const keyOf = ({ platform, socialAccountId, handle }: LinkItem) => `${platform} ${socialAccountId ?? handle ?? ''}`;

/** One step for each account that is asked for. The first open one lies open, any other with one press. */
export default function LinkStepper({ items, organisation }: LinkStepperProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string>();
  const open = items.filter((item) => !item.done);
  const current = open.find((item) => keyOf(item) === chosen) ?? open[0];
  return (
    <Stack gap="md">
      <PageTitle>{t(current ? 'link.accounts' : 'link.allDone')}</PageTitle>
      <Text role="status">
        {current
          ? t('link.progress', { done: items.length - open.length, total: items.length })
          : t('link.allDoneText')}
      </Text>
      <Stack component="ol" gap="sm" m={0} p={0} aria-label={t('link.steps')} style={{ listStyle: 'none' }}>
        {items.map((item, index) => (
          <Step
            key={keyOf(item)}
            number={index + 1}
            item={item}
            organisation={organisation}
            isCurrent={item === current}
            onChoose={() => setChosen(keyOf(item))}
          />
        ))}
      </Stack>
    </Stack>
  );
}

interface StepProps {
  number: number;
  item: LinkItem;
  organisation: string | undefined;
  isCurrent: boolean;
  onChoose: () => void;
}

function Step({ number, item, organisation, isCurrent, onChoose }: StepProps) {
  const panel = useId();
  const head = <StepHead number={number} item={item} isCurrent={isCurrent} />;
  return (
    <Card withBorder component="li" aria-current={isCurrent ? 'step' : undefined}>
      {item.done ? (
        head
      ) : (
        <UnstyledButton aria-expanded={isCurrent} aria-controls={panel} onClick={onChoose}>
          {head}
        </UnstyledButton>
      )}
      <Box id={panel}>{isCurrent && <OpenStep item={item} organisation={organisation} />}</Box>
    </Card>
  );
}

function StepHead({ number, item, isCurrent }: Pick<StepProps, 'number' | 'item' | 'isCurrent'>) {
  const { t } = useTranslation();
  const { platform, handle, done } = item;
  return (
    <Group component="span" gap="sm">
      <ThemeIcon
        component="span"
        size={30}
        radius="xl"
        variant={done || isCurrent ? 'filled' : 'default'}
        color={done ? 'teal.9' : undefined}
      >
        {done ? <IconCheck size={18} aria-hidden /> : <span>{number}</span>}
      </ThemeIcon>
      <PlatformIcon platform={platform} />
      <span>
        <Text component="span" display="block" fw={600}>
          {t(`platform.${platform}`)}
        </Text>
        <Text component="span" display="block" size="sm" c="dimmed">
          {handle ? `@${handle}` : t(done ? 'link.yourAccount' : 'link.newAccount')}
        </Text>
      </span>
      {done && (
        <Badge component="span" ml="auto" color="teal.9" size="lg" tt="none">
          {t('link.connected')}
        </Badge>
      )}
    </Group>
  );
}

/** What is to be known before this platform is asked, and the way there. */
function OpenStep({ item, organisation }: Pick<StepProps, 'item' | 'organisation'>) {
  const { t } = useTranslation();
  const connect = useConnect();
  const { platform } = item;
  return (
    <Stack gap="md" mt="md">
      <Title order={2} size="h3">
        {t('dashboard.connectTitle', { platform: t(`platform.${platform}`) })}
      </Title>
      <Primer platform={platform} organisation={organisation} />
      {connect.error && <ProblemNotice error={connect.error} />}
      <Button size="md" loading={connect.isPending} onClick={() => connect.mutate(item)}>
        {t('link.continue', { platform: t(`platform.at.${platform}`) })}
      </Button>
      <KeepTickedDialog connect={connect} />
    </Stack>
  );
}
