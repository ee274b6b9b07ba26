import type { components } from '../../../../api/schema';

type Schemas = components['schemas'];

export type Report = Schemas['CampaignReportResponse'];
export type Figures = Schemas['FiguresResponse'];
export type CampaignPoint = Schemas['CampaignPointResponse'];
export type Missing = Schemas['MissingPartResponse'];
export type ReportPost = Schemas['CampaignPostResponse'];

/** In the order in which they are shown. */
export const figures = ['posts', 'reach', 'views', 'engagements'] as const;
