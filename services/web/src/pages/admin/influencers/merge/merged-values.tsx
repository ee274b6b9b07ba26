import { Radio, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MergePreview } from '../../../../api/admin-types';
import { useFields } from '../use-fields';

interface MergedValuesProps {
  values: MergePreview['values'];
  /** Fields whose value comes from the entry that goes. */
  taken: readonly string[];
  onChoose(field: string, fromOther: boolean): void;
}

/** Where the two say different things. What only the one that goes says comes over without a question. */
export function MergedValues({ values, taken, onChoose }: MergedValuesProps) {
  const { t } = useTranslation();
  const fields = useFields();
  const labelOf = (field: string) => {
    const key = /^fields\.(.*)$/.exec(field)?.[1];
    if (key === undefined) return t(`merge.field.${field as 'name'}`);
    return fields.find((one) => one.key === key)?.label ?? key;
  };
  return (
    <section>
      <Title order={2} size="h4">
        {t('merge.values')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('merge.valuesHint')}
      </Text>
      <Stack gap="sm" mt="xs">
        {values.map(({ field, kept, other }) =>
          kept === null ? (
            <Text key={field} size="sm" style={{ overflowWrap: 'anywhere' }}>
              <strong>{labelOf(field)}</strong>: {other}
            </Text>
          ) : (
            <Radio.Group
              key={field}
              label={labelOf(field)}
              value={taken.includes(field) ? 'other' : 'kept'}
              onChange={(side) => onChoose(field, side === 'other')}
            >
              <Stack gap={4} mt={4} style={{ overflowWrap: 'anywhere' }}>
                <Radio value="kept" label={kept} description={t('merge.stays')} />
                <Radio value="other" label={other} description={t('merge.goes')} />
              </Stack>
            </Radio.Group>
          ),
        )}
      </Stack>
    </section>
  );
}
