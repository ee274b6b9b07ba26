import { RequirePermission } from './access.decorators';

/** Who may look at what messaging put aside, and who may decide about it: whoever runs the installation. */
export const operatorsOnly = {
  read: RequirePermission('operations:read'),
  write: RequirePermission('operations:write'),
};
