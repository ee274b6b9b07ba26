import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const steps = ['signIn', 'search', 'choose'] as const;

/** What a person of the agency does where the marketplace takes no invitations from the installation. */
export function InviteSteps({ handle }: { handle: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm">{t('admin.inviteByHand')}</Text>
      <List type="ordered" size="sm">
        {steps.map((step) => (
          <List.Item key={step}>{t(`admin.inviteSteps.${step}`, { handle })}</List.Item>
        ))}
      </List>
    </>
  );
}
