import { Button, Group, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

/** Six digits of an app, or a recovery code where those are taken, too. */
export function CodeForm({ busy, submit, onCode }: { busy: boolean; submit: string; onCode(code: string): void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    onCode(code.trim());
  };
  return (
    <form onSubmit={send}>
      <Group align="end">
        <TextInput
          required
          label={t('stepUp.code')}
          autoComplete="one-time-code"
          minLength={6}
          maxLength={40}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy}>
          {submit}
        </Button>
      </Group>
    </form>
  );
}
