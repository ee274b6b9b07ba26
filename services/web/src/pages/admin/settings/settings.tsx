import { NativeSelect, Stack, Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { NoPermission } from '../../../components/no-permission';
import { PageTitle } from '../../../components/page-title';
import { useRole } from '../use-role';
import { AccessReport } from './access/access-report';
import { ApiKeys } from './api-keys';
import { Company } from './company';
import { Discovery } from './discovery';
import { Fields } from './fields';
import { Groups } from './groups';
import { Marketplace } from './marketplace';
import { Members } from './members';
import { NoticeSettings } from './notice-settings';
import { Security } from './security';
import { VendorData } from '../vendor-data/vendor-data';
import classes from './settings.module.css';
import { adminsTabs, ownersTabs, settingsTabs, type SettingsTab } from './settings-tabs';

const panels: Record<SettingsTab, ComponentType> = {
  company: Company,
  members: Members,
  fields: Fields,
  groups: Groups,
  marketplace: Marketplace,
  discovery: Discovery,
  vendor: VendorData,
  keys: ApiKeys,
  access: AccessReport,
  notices: NoticeSettings,
  security: Security,
};

export default function Settings() {
  const { t } = useTranslation();
  const { isOwner, mayChange } = useRole();
  const { tab = 'company' } = useSearch({ from: '/admin/settings' });
  const navigate = useNavigate({ from: '/admin/settings' });
  // So many tabs would take half of a phone's page, and more than one row of any other.
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const Panel = panels[tab];
  const tabs = settingsTabs
    .filter((value) => isOwner || !ownersTabs.includes(value))
    .filter((value) => mayChange || !adminsTabs.includes(value));
  const open = (next: SettingsTab) => void navigate({ search: { tab: next }, replace: true });
  return (
    <Stack gap="md">
      <PageTitle>{t('settings.title')}</PageTitle>
      <Tabs
        classNames={{ root: classes.parts, panel: classes.part }}
        value={tab}
        orientation={narrow ? 'horizontal' : 'vertical'}
        onChange={(next) => open(next as SettingsTab)}
      >
        {narrow ? (
          <NativeSelect
            label={t('settings.part')}
            value={tab}
            data={tabs.map((value) => ({ value, label: t(`settings.${value}`) }))}
            onChange={(event) => open(event.currentTarget.value as SettingsTab)}
          />
        ) : (
          <Tabs.List miw={180}>
            {tabs.map((value) => (
              <Tabs.Tab key={value} value={value}>
                {t(`settings.${value}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        )}
        <Tabs.Panel value={tab} aria-label={t(`settings.${tab}`)}>
          {ownersTabs.includes(tab) && !isOwner ? <NoPermission to="owners" /> : <Panel />}
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
