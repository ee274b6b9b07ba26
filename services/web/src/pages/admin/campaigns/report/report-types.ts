import type { components } from '../../../../api/schema';

type Schemas = components['schemas'];

export type Report = Schemas['CampaignReportResponse'];
export type Figures = Schemas['FiguresResponse'];
export type Missing = Schemas['MissingPartResponse'];
export type ReportPost = Schemas['CampaignPostResponse'];
