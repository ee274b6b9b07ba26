import { Anchor, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** An address that stood in somebody's profile: a link only where it leads to the web, and told nothing of where one comes from. */
export function OutsideLink({ url, children }: { url: string; children?: string }) {
  const { t } = useTranslation();
  const shown = children ?? url;
  if (!/^https?:\/\//i.test(url)) return <Text style={{ overflowWrap: 'anywhere' }}>{shown}</Text>;
  return (
    <Anchor
      href={url}
      target="_blank"
      rel="noopener noreferrer nofollow"
      underline="always"
      style={{ overflowWrap: 'anywhere' }}
    >
      {shown}
      <VisuallyHidden>{` ${t('reports.newTab')}`}</VisuallyHidden>
    </Anchor>
  );
}
