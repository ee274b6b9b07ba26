import { Button, Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../../api/admin-types';
import { AddInfluencer, type AddInfluencerProps } from '../influencers/add-influencer';

/** The way from a report into the roster or directly into a campaign. */
export function AddFromReport({ report }: { report: Report }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [target, setTarget] = useState<NonNullable<AddInfluencerProps['target']>>();
  if (target !== undefined) {
    return (
      <AddInfluencer
        target={target}
        report={report}
        onAdded={({ id }) =>
          void navigate({ to: '/admin/influencers/$id', params: { id }, search: {}, ignoreBlocker: true })
        }
        onClose={() => setTarget(undefined)}
      />
    );
  }
  // Somebody else may have added them meanwhile: a form that is open stays, and is told so when it is sent.
  if (report.influencerId !== null) return null;
  return (
    <Group>
      <Button onClick={() => setTarget('roster')}>{t('reports.addToRoster')}</Button>
      <Button variant="default" onClick={() => setTarget('campaign')}>
        {t('reports.addToCampaign')}
      </Button>
    </Group>
  );
}
