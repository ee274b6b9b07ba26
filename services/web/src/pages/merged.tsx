import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../components/links';
import { PageTitle } from '../components/page-title';

/** For a creator whose entry became part of their other one: how they go on. It names no address, for anybody may open it. */
export default function Merged() {
  const { t } = useTranslation();
  return (
    <Stack gap="md" maw={560} align="flex-start">
      <PageTitle>{t('mergeQuestion.done')}</PageTitle>
      <Text>{t('mergeQuestion.doneText')}</Text>
      <TextLink to="/sign-in" search={{}} underline="always">
        {t('mergeQuestion.signIn')}
      </TextLink>
    </Stack>
  );
}
