import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { knock } from './api/connection';
import { offline } from './api/problem';
import { speakOf } from './i18n';

/**
 * The code of a page, fetched with its first visit. The router loads the whole document anew when that fails, which is right
 * after an update and wrong without a connection: it would put the browser's own error in place of the app.
 */
export const lazyPage: typeof lazyRouteComponent = (load, name) =>
  lazyRouteComponent(
    () =>
      load().catch(async (error: unknown) => {
        throw (await knock()) ? error : offline();
      }),
    name,
  );

type Load = () => Promise<{ default: ComponentType }>;

/** The same for pages that have words of their own. */
const pageWithWords = (part: Parameters<typeof speakOf>[0]) => (load: Load) =>
  lazyPage(async () => {
    const [page] = await Promise.all([load(), speakOf(part)]);
    return page;
  });

export const membersPage = pageWithWords('members');
export const ownDataPage = pageWithWords('ownData');
