import { Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useCallback, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from './confirm';
import { forgetRescued, isAnythingUnsent } from './unsent';

interface Place {
  pathname: string;
  search: object;
}

/** Filters and the like leave the forms of a page where they are. */
const isElsewhere = (one: Place, other: Place) => one.pathname !== other.pathname || tabOf(one) !== tabOf(other);
const tabOf = ({ search }: Place) => (search as { tab?: string }).tab;

/**
 * Asks once before typing is lost: here, where another page or tab is opened or somebody goes back; the browser itself, where
 * the page is closed or loaded anew. `mayLeave` is for whatever else ends a page.
 */
export function useLeaveQuestion(): { mayLeave(): Promise<boolean>; question: ReactElement } {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState<(leaves: boolean) => void>();
  const asked = useRef<Promise<boolean>>(undefined);
  const mayLeave = useCallback(() => {
    if (!isAnythingUnsent()) return Promise.resolve(true);
    return (asked.current ??= new Promise<boolean>((resolve) => setAnswer(() => resolve))
      .then((leaves) => {
        if (leaves) forgetRescued();
        return leaves;
      })
      .finally(() => {
        asked.current = undefined;
        setAnswer(undefined);
      }));
  }, []);
  useBlocker({
    shouldBlockFn: useCallback(
      async ({ current, next }: { current: Place; next: Place }) => isElsewhere(current, next) && !(await mayLeave()),
      [mayLeave],
    ),
    enableBeforeUnload: isAnythingUnsent,
  });
  const question = (
    <Confirm
      opened={answer !== undefined}
      title={t('leave.title')}
      action={t('leave.go')}
      keep={t('leave.stay')}
      busy={false}
      error={undefined}
      onConfirm={() => answer?.(true)}
      onClose={() => answer?.(false)}
    >
      <Text size="sm">{t('leave.text')}</Text>
    </Confirm>
  );
  return { mayLeave, question };
}
