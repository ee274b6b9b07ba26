import { Alert } from '@mantine/core';
import { useInterval, useNetwork } from '@mantine/hooks';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { knock, useReachable } from '../api/connection';

const everyMs = 3_000;

/** Stands on top of every page while there is no way to the server, tries again, and then lets the page catch up. */
export function ConnectionNotice() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { online } = useNetwork();
  const reachable = useReachable();
  const lost = !online || !reachable;
  const wasLost = useRef(lost);
  const { start, stop } = useInterval(() => void knock(), everyMs);
  useEffect(() => {
    if (lost) start();
    else stop();
    if (wasLost.current && !lost) void queries.invalidateQueries();
    wasLost.current = lost;
    return stop;
  }, [lost, queries, start, stop]);
  return (
    <div role="status">
      {lost && (
        <Alert
          mb="md"
          color="orange"
          icon={<IconPlugConnectedX aria-hidden />}
          title={t(online ? 'connection.lost' : 'connection.offline')}
        >
          {t('connection.text')}
        </Alert>
      )}
    </div>
  );
}
