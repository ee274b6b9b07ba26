import { Stack } from '@mantine/core';
import { MailLanguage } from './mail-language';
import { OutboundEmail } from './outbound-email';

export function Company() {
  return (
    <Stack gap="xl" maw={560}>
      <OutboundEmail />
      <MailLanguage />
    </Stack>
  );
}
