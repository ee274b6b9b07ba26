import { Stack } from '@mantine/core';
import { NoPermission } from '../../../components/no-permission';
import { useRole } from '../use-role';
import { VendorImport } from './vendor-import';
import { VendorRemovals } from './vendor-removals';

/** Settings → Vendor data: what third parties tell is brought in, and what was removed of it stands recorded. */
export function VendorData() {
  const { mayChange } = useRole();
  if (!mayChange) return <NoPermission to="admins" />;
  return (
    <Stack gap="xl">
      <VendorImport />
      <VendorRemovals />
    </Stack>
  );
}
