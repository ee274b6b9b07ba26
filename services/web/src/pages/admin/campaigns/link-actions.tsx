import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attention } from '../../../api/admin-types';
import { ProblemError } from '../../../api/problem';
import { forEachInfluencer, type RowResult } from './for-each-influencer';

interface LinkActionsProps {
  influencers: Attention['influencers'];
  /** For all of them at once. */
  all?: boolean;
}

/** One link per influencer for everything of theirs that needs them; what fails for one does not stop the others. */
export function LinkActions({ influencers, all = false }: LinkActionsProps) {
  const { t } = useTranslation();
  const [byHand, setByHand] = useState<string>();
  const copy = useMutation({
    mutationFn: async () => {
      const results = await forEachInfluencer(influencers, 'copy');
      const lines = results.flatMap(({ name, url }) => (url ? [all ? `${name}: ${url}` : url] : [])).join('\n');
      if (lines) await navigator.clipboard.writeText(lines).catch(() => setByHand(lines));
      return results;
    },
  });
  const mail = useMutation({ mutationFn: () => forEachInfluencer(influencers, 'email') });
  const who = influencers[0]?.name;
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          loading={mail.isPending}
          aria-label={all ? undefined : t('attention.mailWhom', { name: who })}
          onClick={() => mail.mutate()}
        >
          {t(all ? 'attention.mailAll' : 'admin.mail')}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={copy.isPending}
          aria-label={all ? undefined : t('attention.copyWhom', { name: who })}
          onClick={() => copy.mutate()}
        >
          {t(all ? 'attention.copyAll' : 'admin.copy')}
        </Button>
      </Group>
      <div role="status">
        {copy.data && <Results results={copy.data} done="attention.copied" />}
        {mail.data && <Results results={mail.data} done="attention.mailed" />}
      </div>
      {byHand && (
        <Textarea
          readOnly
          autosize
          label={t('admin.copyByHand')}
          value={byHand}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </Stack>
  );
}

function Results({ results, done }: { results: RowResult[]; done: 'attention.copied' | 'attention.mailed' }) {
  const { t } = useTranslation();
  const failed = results.filter(({ error }) => error !== undefined);
  return (
    <>
      <Text size="sm">{t(done, { count: results.length - failed.length })}</Text>
      {failed.map(({ id, name, error }) => (
        <Text key={id} size="sm">
          {`${name}: ${error instanceof ProblemError ? `${error.title} ${error.nextStep}` : t('problem.unknown')}`}
        </Text>
      ))}
    </>
  );
}
