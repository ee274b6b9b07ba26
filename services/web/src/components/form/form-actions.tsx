import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface FormActionsProps {
  /** What sending the form does, in a word. */
  action: string;
  busy: boolean;
  /** It can not be sent yet. */
  disabled?: boolean;
  onCancel(): void;
}

/** The end of a form that may be left: what sends it, and the way out that changes nothing. */
export function FormActions({ action, busy, disabled, onCancel }: FormActionsProps) {
  const { t } = useTranslation();
  return (
    <Group>
      <Button type="submit" loading={busy} disabled={disabled ?? false}>
        {action}
      </Button>
      <Button variant="default" onClick={onCancel}>
        {t('app.cancel')}
      </Button>
    </Group>
  );
}
