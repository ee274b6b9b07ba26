import { useQuery } from '@tanstack/react-query';
import type { HelpTexts } from './topics';

/** Fetched where help is open: no other page carries these texts. */
const load = (): Promise<HelpTexts> => import('../locales/help/en').then(({ help }) => help);

export const useHelpTexts = () => useQuery({ queryKey: ['help'], queryFn: load, staleTime: Infinity });
