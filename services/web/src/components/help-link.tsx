import { Anchor, VisuallyHidden, type AnchorProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HelpTopic } from '../help/topics';

/** Opens beside the page it is asked from, so that nothing typed there is lost. */
export function HelpLink({ topic, children, ...props }: { topic?: HelpTopic; children?: string } & AnchorProps) {
  const { t } = useTranslation();
  return (
    <Anchor
      href={topic ? `/help/${topic}` : '/help'}
      target="_blank"
      rel="noopener"
      size="sm"
      underline="always"
      {...props}
    >
      {children ?? t('help.more')}
      <VisuallyHidden>{` ${t('help.newTab')}`}</VisuallyHidden>
    </Anchor>
  );
}
