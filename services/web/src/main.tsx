import '@mantine/core/styles.css';
import { Alert, createTheme, MantineProvider, type CSSVariablesResolver } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ProblemError } from './api/problem';
import './i18n';
import { en } from './locales/en';
import { router } from './router';

/** Tints on which text of the same colour would be hard to read. */
const weakInText = new Set(['orange', 'teal', 'yellow']);

// The shades are a little stronger than the library's own: text needs a contrast of 4.5 to 1.
const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 8 },
  defaultRadius: 'md',
  respectReducedMotion: true,
  components: {
    Alert: Alert.extend({
      // On a tinted ground the shades of amber, green and of links are too weak for text.
      styles: (_theme, { color }) => ({
        title: weakInText.has(color ?? '') ? { color: 'var(--mantine-color-text)' } : {},
        message: { '--mantine-color-anchor': 'var(--mantine-color-text)' },
      }),
    }),
    PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-label': en.signIn.showPassword } } },
    Modal: {
      defaultProps: {
        // Locking would write a style tag of its own, which the Content-Security-Policy refuses.
        lockScroll: false,
        closeButtonProps: { 'aria-label': en.app.close },
        // The head of a dialog is not the banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
    },
  },
});
const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
  },
  dark: {
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
  },
});

const queries = new QueryClient({
  defaultOptions: {
    // Without a network a page says so and can be tried again; the library would wait and say nothing.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      // An answer that says no will say no again; only a failing server is asked a second time.
      retry: (count, error) => count < 2 && !(error instanceof ProblemError && error.status < 500),
    },
  },
});

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
