import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Modal } from '../components/modal';
import { Primer } from '../components/primer';
import { KeepTicked } from '../components/keep-ticked';
import { ProblemNotice } from '../components/problem-notice';
import { useConnect, type ConnectTarget } from '../components/use-connect';

interface ConnectDialogProps {
  target: ConnectTarget | undefined;
  organisation: string | undefined;
  onClose: () => void;
}

/** Who asks and what will be read, before the platform itself asks. */
export function ConnectDialog({ target, organisation, onClose }: ConnectDialogProps) {
  const { t } = useTranslation();
  const connect = useConnect();
  const { toKeep } = connect;
  const close = () => {
    connect.reset();
    onClose();
  };
  const title = target && t('dashboard.connectTitle', { platform: t(`platform.${target.platform}`) });
  return (
    <Modal opened={target !== undefined} onClose={close} title={toKeep ? t('siblings.keep') : title}>
      {toKeep && <KeepTicked toKeep={toKeep} />}
      {target && !toKeep && (
        <Stack>
          <Primer platform={target.platform} organisation={organisation} />
          {connect.error && <ProblemNotice error={connect.error} />}
          <Button loading={connect.isPending} onClick={() => connect.mutate(target)}>
            {t('link.continue', { platform: t(`platform.at.${target.platform}`) })}
          </Button>
        </Stack>
      )}
    </Modal>
  );
}
