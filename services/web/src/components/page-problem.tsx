import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageTitle } from './page-title';
import { ProblemNotice, type ProblemNoticeProps } from './problem-notice';

/** In place of a whole page that could not be read: a page has a heading, whatever stands in its way. */
export function PageProblem(props: ProblemNoticeProps) {
  const { t } = useTranslation();
  return (
    <Stack>
      <PageTitle>{t('crash.title')}</PageTitle>
      <ProblemNotice {...props} />
    </Stack>
  );
}
