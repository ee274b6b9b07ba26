import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { keepErrors } from './api/keep-errors';
import { isWorthAnother, pauseBefore } from './api/retry';
import { appTheme, appVariables } from './app-theme';
import { startLanguages } from './i18n';
import { router } from './router';

const queries = new QueryClient({
  defaultOptions: {
    // Without a network a page says so and can be tried again; the library would wait and say nothing.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      retry: isWorthAnother,
      retryDelay: pauseBefore,
    },
  },
});
keepErrors(queries.getQueryCache());

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

function App() {
  const { t } = useTranslation();
  const theme = useMemo(() => appTheme(t), [t]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={appVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

// Not before the language is there: a page that changes its words while it is read helps nobody.
void startLanguages().then(() =>
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
