import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../../components/form/fields';
import { TextLink } from '../../../components/links';
import { useAllCampaigns } from '../campaigns/use-all-campaigns';

/** A campaign that somebody is added to directly; always to the roster, too. */
export function CampaignChoice({ required }: { required: boolean }) {
  const { t } = useTranslation();
  const campaigns = useAllCampaigns().data ?? [];
  return (
    <>
      <SelectField
        name="campaignId"
        label={t('adding.campaign')}
        description={t('adding.campaignHint')}
        required={required}
        data={[
          { value: '', label: required ? '' : t('adding.noCampaign') },
          ...campaigns.map(({ id, name }) => ({ value: id, label: name })),
        ]}
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
