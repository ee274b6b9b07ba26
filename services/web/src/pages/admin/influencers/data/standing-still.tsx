import { Alert, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../../../components/links';
import { useCauseText } from '../../../../components/use-cause-text';
import { cardStateOf, type CardState } from '../../../../domain/card-state';
import { isDelayed } from '../../../../domain/collection-progress';
import type { Collection, SocialAccount } from '../../../../api/types';

const standing: readonly CardState[] = ['AUTHENTICATED', 'EXPIRES_SOON', 'DELAYED'];

interface NothingYetProps {
  account: SocialAccount;
  underWay: boolean;
  collection: Collection | undefined;
}

/** Why there are no figures at all, and what to do. Public figures come without an authorization: then the collector knows. */
export function NothingYet({ account, underWay, collection }: NothingYetProps) {
  const { t } = useTranslation();
  const running = collection && isDelayed(collection) ? 'DELAYED' : 'AUTHENTICATED';
  const state = underWay ? running : cardStateOf(account, new Date());
  return (
    <Note title={t('data.nothingYet')} account={account} state={state}>
      {t(`data.nothing.${state}`)}
    </Note>
  );
}

/** Why no new figures come, and what to do; nothing where they do come. */
export function StandingStill({ account }: { account: SocialAccount }) {
  const { t } = useTranslation();
  const causeText = useCauseText();
  const state = cardStateOf(account, new Date());
  if (account.tracked || state === 'AUTHENTICATED' || state === 'EXPIRES_SOON' || state === 'DELAYED') return null;
  return (
    <Note title={t('data.standsStill')} account={account} state={state}>
      {causeText(account.cause)} {t(`data.still.${state}`)}
    </Note>
  );
}

interface Props {
  title: string;
  account: SocialAccount;
  state: CardState;
  children: React.ReactNode;
}

function Note({ title, account: { influencerId }, state, children }: Props) {
  const { t } = useTranslation();
  return (
    <Alert role="status" color="gray" icon={<IconInfoCircle aria-hidden />} title={title}>
      <Text size="sm">{children}</Text>
      {!standing.includes(state) && state !== 'PAUSED' && (
        <TextLink to="/admin/influencers/$id" params={{ id: influencerId }} search={{ tab: 'accounts' }} size="sm">
          {t('data.toAccounts')}
        </TextLink>
      )}
    </Alert>
  );
}
