import { Title, type TitleProps } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

let shown: string | undefined;

/** Heading and document title in one. A new heading takes the focus, so that a screen reader says where one is now. */
export function PageTitle({ children, ...props }: Omit<TitleProps, 'children'> & { children: string }) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${children} – ${t('app.name')}`;
    // The first page is announced by the browser itself.
    if (shown !== undefined && shown !== children) heading.current?.focus();
    shown = children;
  }, [children, t]);
  return (
    <Title
      order={1}
      fz={{ base: 'h2', sm: 'h1' }}
      tabIndex={-1}
      ref={heading}
      mb={4}
      style={{ outline: 'none', overflowWrap: 'anywhere' }}
      {...props}
      children={children}
    />
  );
}
