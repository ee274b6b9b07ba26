import { Button, Card, Group, Input, SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import type { DiscoverySource } from '../../../api/admin-types';
import { ProblemError } from '../../../api/problem';
import type { Platform } from '../../../api/types';
import { TextField } from '../../../components/form/fields';
import { Form } from '../../../components/form/form';
import { neededText } from '../../../components/form/schemas';
import { useSchemaForm } from '../../../components/form/use-schema-form';
import { ProblemNotice } from '../../../components/problem-notice';
import classes from './search-form.module.css';
import { FoundList } from './found-list';
import { SourceProblem } from './source-problem';
import { useSearch, type Search } from './use-search';

/** A refusal ends with a search that succeeds, so another one is worth a try. */
const mayTry = ({ problem }: DiscoverySource) => problem === null || problem.code === 'accounts.discovery_refused';

const schema = z.object({ words: neededText(100) });

/** By handle or by keyword, as the platform allows. */
export function SearchForm({ sources }: { sources: readonly DiscoverySource[] }) {
  const { t } = useTranslation();
  const { ask, found } = useSearch();
  const [platform, setPlatform] = useState(() => found?.search.platform ?? firstOf(sources));
  const [wanted, setWanted] = useState<Search['way']>(found?.search.way ?? 'handle');
  const form = useSchemaForm(schema, { words: found?.search.words ?? '' });
  const source = sources.find((one) => one.platform === platform);
  if (!source) return null;
  const { ways, problem } = source;
  const way = ways.includes(wanted) ? wanted : 'handle';
  const isSaidAlready = ask.error instanceof ProblemError && ask.error.code === problem?.code;
  return (
    <>
      <Card withBorder>
        <Form fleeting form={form} error={ask.error} onSubmit={({ words }) => ask.mutate({ platform, way, words })}>
          <Stack gap="sm">
            <Choice
              label={t('discover.where')}
              value={platform}
              data={sources.map(({ platform: value }) => ({ value, label: t(`platform.${value}`) }))}
              onChange={(next) => setPlatform(next)}
            />
            {problem && <SourceProblem platform={platform} problem={problem} />}
            {ways.length > 1 && (
              <Choice
                label={t('discover.by')}
                value={way}
                data={ways.map((value) => ({ value, label: t(`discover.way.${value}`) }))}
                onChange={(next) => setWanted(next)}
              />
            )}
            <Group align="end">
              <TextField
                required
                name="words"
                label={t(`discover.${way}`)}
                description={t(way === 'handle' ? `discover.handleHint.${platform}` : 'discover.keywordHint')}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                style={{ flex: '1 1 16rem' }}
              />
              <Button type="submit" loading={ask.isPending} disabled={!mayTry(source)}>
                {t('discover.search')}
              </Button>
            </Group>
          </Stack>
        </Form>
      </Card>
      {ask.error && !isSaidAlready && <ProblemNotice error={ask.error} />}
      <FoundList found={ask.isPending ? undefined : found} asking={ask.isPending ? platform : undefined} />
    </>
  );
}

const firstOf = (sources: readonly DiscoverySource[]): Platform =>
  (sources.find(({ available }) => available) ?? sources[0])?.platform ?? 'instagram';

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  data: { value: T; label: string }[];
  onChange(value: T): void;
}

function Choice<T extends string>({ label, ...control }: ChoiceProps<T>) {
  return (
    <div>
      <Input.Label component="div" aria-hidden>
        {label}
      </Input.Label>
      <div>
        <SegmentedControl<T> aria-label={label} className={classes.choice} {...control} />
      </div>
    </div>
  );
}
