import type { Platform } from '@creator-connect/contracts';

/** An address or another account of the owner of a public profile, as a vendor tells it. */
export interface VendorContact {
  kind: 'email' | 'account';
  /** Of an account. */
  platform: Platform | null;
  /** Address, or handle. */
  value: string;
  vendor: string;
  /** ISO 8601. */
  importedAt: string;
}

/** What is told again takes the place of what was told, whoever told it. */
export function withContacts(known: readonly VendorContact[], told: readonly VendorContact[]): VendorContact[] {
  const keyOf = ({ kind, platform, value }: VendorContact) => `${kind} ${platform} ${value.toLowerCase()}`;
  return [...new Map([...known, ...told].map((contact) => [keyOf(contact), contact])).values()];
}
