import { Button, Fieldset, Group, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TypedAccount } from '../../../api/admin-types';
import type { Platform } from '../../../api/types';

const platforms = ['youtube', 'tiktok', 'instagram'] as const satisfies readonly Platform[];

export interface TypedAccountsProps {
  accounts: readonly TypedAccount[];
  onChange(accounts: TypedAccount[]): void;
}

/** Accounts that are added with somebody, by handle. Which of them an admin may bring, the service says. */
export function TypedAccounts({ accounts, onChange }: TypedAccountsProps) {
  const { t } = useTranslation();
  const change = (at: number, part: Partial<TypedAccount>) =>
    onChange(accounts.map((account, index) => (index === at ? { ...account, ...part } : account)));
  return (
    <>
      {accounts.map(({ platform, handle }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a line is its place
        <Fieldset key={index} legend={t('adding.account', { number: index + 1 })}>
          <Group align="end">
            <NativeSelect
              label={t('adding.platform')}
              value={platform}
              data={platforms.map((value) => ({ value, label: t(`platform.${value}`) }))}
              onChange={({ currentTarget }) => change(index, { platform: currentTarget.value as Platform })}
            />
            <TextInput
              required
              maxLength={100}
              label={t('adding.handle')}
              autoCapitalize="none"
              spellCheck={false}
              value={handle}
              onChange={({ currentTarget }) => change(index, { handle: currentTarget.value })}
            />
            <Button variant="default" onClick={() => onChange(accounts.filter((_account, other) => other !== index))}>
              {t('adding.dropAccount', { number: index + 1 })}
            </Button>
          </Group>
        </Fieldset>
      ))}
      {accounts.length < 10 && (
        <Group>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onChange([...accounts, { platform: 'youtube', handle: '' }])}
          >
            {t(accounts.length === 0 ? 'adding.addAccount' : 'adding.anotherAccount')}
          </Button>
        </Group>
      )}
    </>
  );
}
