import { Button, Fieldset, Group, Stack } from '@mantine/core';
import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import type { Platform } from '../../../api/types';
import { SelectField, TextField } from '../../../components/form/fields';
import { neededText } from '../../../components/form/schemas';
import { keepRowFocus } from '../../../components/keep-row-focus';

const platforms = ['youtube', 'tiktok', 'instagram'] as const satisfies readonly Platform[];
const most = 10;

export const typedAccounts = z.array(z.object({ platform: z.enum(platforms), handle: neededText(100) }));

/** Accounts that are added with somebody, by handle. Which of them an admin may bring, the service says. */
export function TypedAccounts() {
  const { t } = useTranslation();
  const { fields, append, remove } = useFieldArray<{ socialAccounts: { platform: Platform; handle: string }[] }>({
    name: 'socialAccounts',
  });
  return (
    <Stack ref={keepRowFocus} gap="sm">
      {fields.map(({ id }, index) => (
        <Fieldset key={id} legend={t('adding.account', { number: index + 1 })}>
          <Group align="end">
            <SelectField
              name={`socialAccounts.${index}.platform`}
              label={t('adding.platform')}
              data={platforms.map((value) => ({ value, label: t(`platform.${value}`) }))}
            />
            <TextField
              required
              name={`socialAccounts.${index}.handle`}
              label={t('adding.handle')}
              autoCapitalize="none"
              spellCheck={false}
            />
            <Button variant="default" onClick={() => remove(index)}>
              {t('adding.dropAccount', { number: index + 1 })}
            </Button>
          </Group>
        </Fieldset>
      ))}
      {fields.length < most && (
        <Group>
          <Button
            variant="subtle"
            size="compact-sm"
            ml={-8}
            onClick={() => append({ platform: 'youtube', handle: '' })}
          >
            {t(fields.length === 0 ? 'adding.addAccount' : 'adding.anotherAccount')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
