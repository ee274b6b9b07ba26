import { Anchor, Button, type AnchorProps, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type Native = Omit<ComponentPropsWithRef<'a'>, 'color' | 'style'>;

/** Links within the app: the address is checked by the compiler and the page changes without loading anew. */
export const ButtonLink = createLink((props: ButtonProps & Native) => <Button component="a" {...props} />);
export const TextLink = createLink((props: AnchorProps & Native) => <Anchor {...props} />);
