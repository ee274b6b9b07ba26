import { NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../../components/links';
import { useAllCampaigns } from '../campaigns/use-all-campaigns';

export interface CampaignChoiceProps {
  required: boolean;
  value: string;
  onChange(id: string): void;
}

/** A campaign that somebody is added to directly; always to the roster, too. */
export function CampaignChoice({ required, value, onChange }: CampaignChoiceProps) {
  const { t } = useTranslation();
  const campaigns = useAllCampaigns().data ?? [];
  return (
    <>
      <NativeSelect
        label={t('adding.campaign')}
        description={t('adding.campaignHint')}
        required={required}
        value={value}
        data={[
          { value: '', label: required ? '' : t('adding.noCampaign') },
          ...campaigns.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {required && campaigns.length === 0 && (
        <Text size="sm">
          {t('adding.noCampaigns')}{' '}
          <TextLink to="/admin/campaigns" size="sm" underline="always">
            {t('adding.toCampaigns')}
          </TextLink>
        </Text>
      )}
    </>
  );
}
