import { Button, List, Title } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ImportResult } from '../../../api/admin-types';

const shownAtFirst = 10;
const shownMore = 100;

type Row = ImportResult['rows'][number];

interface RowListProps {
  title: string;
  rows: readonly Row[];
  text(row: Row): ReactNode;
}

/** Lines of a file with what became of each: a few, and more when somebody asks for them, however many there are. */
export function RowList({ title, rows, text }: RowListProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(shownAtFirst);
  const section = useRef<HTMLElement>(null);
  const left = rows.length - shown;
  // The button may go; whoever used the keyboard goes on at the first line that is new.
  const showMore = () => {
    flushSync(() => setShown(shown + shownMore));
    section.current?.querySelectorAll<HTMLElement>('li')[shown]?.focus();
  };
  if (rows.length === 0) return null;
  return (
    <section ref={section} aria-label={title}>
      <Title order={2} size="h5">
        {title}
      </Title>
      <List size="sm">
        {rows.slice(0, shown).map((row) => (
          <List.Item key={row.line} tabIndex={-1}>
            {t('import.line', { line: row.line })}: {text(row)}
          </List.Item>
        ))}
      </List>
      {left > 0 && (
        <Button size="xs" variant="default" mt="xs" onClick={showMore}>
          {t('import.more', { count: Math.min(left, shownMore), all: rows.length })}
        </Button>
      )}
    </section>
  );
}
