import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSender } from '../links/no-sender';
import { SendDialog } from '../links/send-dialog';
import type { Person } from './bulk-run';
import { copyLinks, sendMails } from './bulk-tasks';
import { useBulk, useIsBulkBusy } from './use-bulk';

interface BulkLinksProps {
  people: readonly Person[];
  mailLabel: string;
  copyLabel: string;
  disabled?: boolean;
}

/** One link per person for everything of theirs that needs them, by mail or to be copied. */
export function BulkLinks({ people, mailLabel, copyLabel, disabled = false }: BulkLinksProps) {
  const { begin } = useBulk();
  const sender = useSender();
  const off = useIsBulkBusy() || disabled || people.length === 0;
  const [asked, setAsked] = useState(false);
  const [first, ...others] = people;
  return (
    <>
      <Button size="xs" variant="default" {...sender} disabled={sender.disabled || off} onClick={() => setAsked(true)}>
        {mailLabel}
      </Button>
      <Button size="xs" variant="default" disabled={off} onClick={() => begin(copyLinks(people))}>
        {copyLabel}
      </Button>
      {first && (
        <SendDialog
          opened={asked}
          influencerId={first.id}
          others={others.length}
          onSend={() => {
            setAsked(false);
            begin(sendMails(people));
          }}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}
