import { List, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../components/links';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemNotice } from '../../components/problem-notice';
import { readHelpSearch } from '../../help/help-search';
import { searchTopics } from '../../help/search-topics';
import { audiences, topics, type HelpTexts } from '../../help/topics';
import { useHelpTexts } from '../../help/use-help-texts';

/** Every help page, for everybody: found by words, or by the code of an error. */
export default function HelpIndex() {
  const { t } = useTranslation();
  const texts = useHelpTexts();
  const { q = '' } = useSearch({ from: '/help' });
  const navigate = useNavigate({ from: '/help' });
  return (
    <Stack gap="lg">
      <div>
        <PageTitle>{t('help.title')}</PageTitle>
        <Text c="dimmed">{t('help.intro')}</Text>
      </div>
      <TextInput
        type="search"
        label={t('help.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={q}
        onChange={(event) =>
          void navigate({ search: readHelpSearch({ q: event.currentTarget.value }), replace: true, resetScroll: false })
        }
      />
      {texts.error && <ProblemNotice error={texts.error} onRetry={() => void texts.refetch()} />}
      {texts.data ? <Found texts={texts.data} query={q} /> : !texts.error && <Loading />}
    </Stack>
  );
}

function Found({ texts, query }: { texts: HelpTexts; query: string }) {
  const { t } = useTranslation();
  const found = searchTopics(texts, query);
  return (
    <>
      <Text role="status" size="sm" c="dimmed">
        {found.length === 0 ? t('help.nothing') : t('help.found', { count: found.length })}
      </Text>
      {audiences.map((audience) => {
        const own = found.filter((topic) => topics[topic].for === audience);
        if (own.length === 0) return null;
        return (
          <section key={audience} aria-labelledby={`for-${audience}`}>
            <Title order={2} size="h4" id={`for-${audience}`}>
              {t(`help.for.${audience}`)}
            </Title>
            <List withPadding spacing={4} mt={4}>
              {own.map((topic) => (
                <List.Item key={topic}>
                  <TextLink to="/help/$topic" params={{ topic }} search={{}} underline="always">
                    {texts[topic].title}
                  </TextLink>
                </List.Item>
              ))}
            </List>
          </section>
        );
      })}
    </>
  );
}
