import {
  Alert,
  Button,
  createTheme,
  darken,
  type CSSVariablesResolver,
  type MantineTheme,
  type MantineThemeOverride,
} from '@mantine/core';
import type { TFunction } from 'i18next';
import classes from './app-theme.module.css';

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
      // Words of other languages are longer: they break instead of being cut off.
      Button: Button.extend({
        styles: {
          root: {
            display: 'inline-flex',
            alignItems: 'center',
            justifyContent: 'center',
            height: 'auto',
            minHeight: 'var(--button-height)',
            paddingBlock: 4,
            maxWidth: '100%',
          },
          inner: { height: 'auto' },
          label: { height: 'auto', whiteSpace: 'normal', lineHeight: 1.25 },
        },
      }),
      Checkbox: { classNames: { input: classes.control } },
      FileInput: { styles: { placeholder: { color: 'var(--mantine-color-dimmed)' } } },
      Input: { classNames: { input: classes.control } },
      // An icon stands at the first line of what it belongs to.
      List: { styles: { itemWrapper: { alignItems: 'flex-start' } } },
      Tabs: { classNames: { tab: classes.tab } },
      Timeline: { styles: { itemTitle: { lineHeight: 1.3 } } },
      PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-label': t('signIn.showPassword') } } },
      Modal: {
        // Stronger than the headings below it, and in lines that do not touch.
        styles: { title: { fontWeight: 700, fontSize: 'var(--mantine-font-size-lg)', lineHeight: 1.3 } },
        defaultProps: {
          centered: true,
          // Locking would write a style tag of its own, which the Content-Security-Policy refuses.
          lockScroll: false,
          closeButtonProps: { 'aria-label': t('app.close') },
          // The head of a dialog is not the banner of the page.
          attributes: { header: { role: 'presentation' } },
        },
      },
    },
  });

/** The library's darkest shade is too weak on a tint of the same colour, most of all while a pointer is over it. */
const textOnTints = ({ colors }: MantineTheme): Record<string, string> =>
  Object.fromEntries(
    Object.entries(colors).map(([name, shades]) => [`--mantine-color-${name}-light-color`, darken(shades[9], 0.3)]),
  );

export const appVariables: CSSVariablesResolver = (theme) => ({
  variables: {},
  light: {
    ...textOnTints(theme),
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
  },
  dark: {
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
  },
});
