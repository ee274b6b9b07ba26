import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from './modal';
import { ProblemNotice } from './problem-notice';

export interface ConfirmProps {
  opened: boolean;
  title: string;
  children: ReactNode;
  /** On the button that does it. */
  action: string;
  /** On the one that leaves everything as it is; else "Cancel". */
  keep?: string;
  busy: boolean;
  error: unknown;
  onConfirm(): void;
  onClose(): void;
}

/** Asks once before something is deleted; says what goes and what stays. */
export function Confirm({ opened, title, children, action, keep, busy, error, onConfirm, onClose }: ConfirmProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <Stack gap="sm">
        {children}
        {error !== null && error !== undefined && <ProblemNotice error={error} />}
        <Group>
          <Button color="red.9" loading={busy} onClick={onConfirm}>
            {action}
          </Button>
          <Button variant="default" onClick={onClose} data-autofocus>
            {keep ?? t('app.cancel')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
