import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What a person of the agency does where the marketplace takes no invitations from the installation. */
export function InviteSteps({ steps }: { steps: readonly string[] }) {
  const { t } = useTranslation();
  if (steps.length === 0) return null;
  return (
    <>
      <Text size="sm">{t('admin.inviteByHand')}</Text>
      <List type="ordered" size="sm">
        {steps.map((step) => (
          <List.Item key={step}>{step}</List.Item>
        ))}
      </List>
    </>
  );
}
