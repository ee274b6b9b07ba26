export const applicationStatuses = ['submitted', 'approved', 'declined'] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

export function readApplicationsSearch(raw: Record<string, unknown>): { status?: ApplicationStatus } {
  const status = applicationStatuses.find((value) => value === raw['status']);
  return status && status !== 'submitted' ? { status } : {};
}
