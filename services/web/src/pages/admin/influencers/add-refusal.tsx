import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NewInfluencer, TypedAccount } from '../../../api/admin-types';
import { ProblemError } from '../../../api/problem';
import { ButtonLink } from '../../../components/links';
import { ProblemNotice } from '../../../components/problem-notice';
import type { Addition } from './use-add';

export interface AddRefusalProps {
  error: unknown;
  /** What was refused. */
  addition: Addition;
  busy: boolean;
  onTry(addition: Addition): void;
}

/** Why somebody can not be added like this, and each way that is open instead as a button: nothing is typed again. */
export function AddRefusal({ error, addition, busy, onTry }: AddRefusalProps) {
  const { t } = useTranslation();
  const known = error instanceof ProblemError ? textIn(error.more, 'influencerId') : undefined;
  const listed = error instanceof ProblemError ? error.more['instagram'] : undefined;
  const ways = error instanceof ProblemError ? waysOn(error, addition.who) : [];
  return (
    <Stack gap="xs">
      <ProblemNotice error={error} />
      {Array.isArray(listed) && (
        <Text size="sm">{t('adding.listed', { handles: listed.map((handle) => `@${handle}`).join(', ') })}</Text>
      )}
      {(ways.length > 0 || known !== undefined) && (
        <Group gap="xs" role="group" aria-label={t('adding.waysOn')}>
          {ways.map(({ name, platform, handle, ...way }, place) => (
            <Button
              key={name}
              variant={place === 0 ? 'filled' : 'default'}
              loading={busy}
              onClick={() => onTry(way)}
              {...wholeLabel}
            >
              {t(`adding.${name}`, { handle, platform: platform && t(`platform.${platform}`) })}
            </Button>
          ))}
          {known !== undefined && (
            <ButtonLink to="/admin/influencers/$id" params={{ id: known }} search={{}}>
              {t('adding.openKnown')}
            </ButtonLink>
          )}
        </Group>
      )}
    </Stack>
  );
}

/** However narrow the page and long the handle. */
const wholeLabel = {
  h: 'auto',
  mih: 36,
  py: 6,
  styles: { label: { whiteSpace: 'normal', overflowWrap: 'anywhere' } },
} as const;

type Way = Addition &
  Partial<TypedAccount> & {
    name: 'withoutInstagram' | 'withoutAccount' | 'withWanted' | 'withoutTikTok' | 'withInvite';
  };

/** All of them add by hand: a report always brings its own account. */
function waysOn({ code, more }: ProblemError, who: NewInfluencer): Way[] {
  const accounts = who.socialAccounts ?? [];
  const without = (isLeftOut: (account: TypedAccount) => boolean): NewInfluencer => ({
    ...who,
    socialAccounts: accounts.filter((account) => !isLeftOut(account)),
  });
  const handle = textIn(more, 'handle');
  const isIt = (account: TypedAccount) => plain(account.handle) === handle;
  if (code === 'accounts.instagram_not_authenticated') {
    return [{ name: 'withoutInstagram', who: without(({ platform }) => platform === 'instagram') }];
  }
  if (code === 'accounts.report_lists_instagram') {
    const wanted = more['wanted'] as TypedAccount;
    return [{ name: 'withWanted', ...wanted, who: { ...who, socialAccounts: [wanted] } }];
  }
  if (code === 'accounts.tiktok_not_connectable' && handle !== undefined) {
    const rest = without((account) => account.platform === 'tiktok' && isIt(account));
    return [
      { name: 'withInvite', handle, who: rest, invite: handle },
      { name: 'withoutTikTok', handle, who: rest },
    ];
  }
  if (code === 'accounts.account_unknown') return [{ name: 'withoutAccount', who: without(isIt) }];
  return [];
}

const plain = (handle: string) => handle.trim().replace(/^@/, '').toLowerCase();

function textIn(more: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = more[name];
  return typeof value === 'string' ? value : undefined;
}
