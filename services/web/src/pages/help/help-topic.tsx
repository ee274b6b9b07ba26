import { Anchor, Code, Group, List, Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../components/links';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { PageProblem } from '../../components/page-problem';
import { codesOf } from '../../help/topic-of';
import { isTopic, outsidePages, topics, type HelpTexts, type HelpTopic } from '../../help/topics';
import { useHelpTexts } from '../../help/use-help-texts';
import { NotFound } from '../not-found';
import { GuideSteps } from './guide-steps';

export default function HelpTopicPage() {
  const { topic } = useParams({ from: '/help/$topic' });
  const texts = useHelpTexts();
  if (!isTopic(topic)) return <NotFound />;
  if (texts.error) return <PageProblem error={texts.error} onRetry={() => void texts.refetch()} />;
  if (!texts.data) return <Loading />;
  return <Topic topic={topic} texts={texts.data} />;
}

function Topic({ topic, texts }: { topic: HelpTopic; texts: HelpTexts }) {
  const { t } = useTranslation();
  const { title, text, steps } = texts[topic];
  const { guide, outside = [], related = [] } = topics[topic];
  const codes = codesOf(topic);
  return (
    <Stack gap="lg" component="article">
      <TextLink to="/help" search={{}} size="sm">
        {t('help.all')}
      </TextLink>
      <div>
        <PageTitle>{title}</PageTitle>
        <Text mt="xs">{text}</Text>
      </div>
      {guide ? (
        <GuideSteps key={topic} topic={topic} steps={steps} />
      ) : (
        <List withPadding spacing="xs">
          {steps.map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
      )}
      {outside.length > 0 && (
        <section>
          <Title order={2} size="h4">
            {t('help.outside')}
          </Title>
          <List withPadding spacing={4}>
            {outside.map((name) => (
              <List.Item key={name}>
                <Anchor href={outsidePages[name]} target="_blank" rel="noreferrer noopener" underline="always">
                  {t(`help.page.${name}`)}
                </Anchor>
              </List.Item>
            ))}
          </List>
        </section>
      )}
      {related.length > 0 && (
        <section>
          <Title order={2} size="h4">
            {t('help.related')}
          </Title>
          <List withPadding spacing={4}>
            {related.filter(isTopic).map((other) => (
              <List.Item key={other}>
                <TextLink to="/help/$topic" params={{ topic: other }} search={{}} underline="always">
                  {texts[other].title}
                </TextLink>
              </List.Item>
            ))}
          </List>
        </section>
      )}
      {codes.length > 0 && (
        <section>
          <Title order={2} size="h4">
            {t('help.codes')}
          </Title>
          <Group gap="xs" mt={4}>
            {codes.map((code) => (
              <Anchor key={code} href={`/docs/errors#${code}`} size="sm" underline="always">
                <Code style={{ overflowWrap: 'anywhere' }}>{code}</Code>
              </Anchor>
            ))}
          </Group>
        </section>
      )}
    </Stack>
  );
}
