import { api } from '../../api/client';
import type { OwnApplication } from '../../api/types';

/** The application that this browser works on. */
export const applicationQuery = {
  queryKey: ['application'],
  queryFn: () => api.get<OwnApplication>('/v1/applications/current'),
};
