import { Alert, createTheme, type MantineThemeOverride } from '@mantine/core';
import type { TFunction } from 'i18next';

/** Tints on which text of the same colour would be hard to read. */
const weakInText = new Set(['orange', 'teal', 'yellow']);

// The shades are a little stronger than the library's own: text needs a contrast of 4.5 to 1.
export const appTheme = (t: TFunction): MantineThemeOverride =>
  createTheme({
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
      PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-label': t('signIn.showPassword') } } },
      Modal: {
        defaultProps: {
          // Locking would write a style tag of its own, which the Content-Security-Policy refuses.
          lockScroll: false,
          closeButtonProps: { 'aria-label': t('app.close') },
          // The head of a dialog is not the banner of the page.
          attributes: { header: { role: 'presentation' } },
        },
      },
    },
  });
