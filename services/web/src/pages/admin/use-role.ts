import { useKnownSession } from '../../api/session';

/** What the buttons of a page go by; the services decide again. */
export function useRole() {
  const role = useKnownSession()?.organisation?.role;
  return { isOwner: role === 'owner', mayChange: role === 'owner' || role === 'admin' };
}
