import { Card, Group, Text } from '@mantine/core';
import { IconChevronRight, type TablerIcon } from '@tabler/icons-react';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';
import classes from './card-link.module.css';

interface Props extends Omit<ComponentPropsWithRef<'a'>, 'color' | 'style' | 'title'> {
  icon: TablerIcon;
  /** Where it leads. */
  label: string;
  /** What is there. */
  text: string;
}

/** The way to another page, with what is to be found there. */
export const CardLink = createLink(({ icon: Icon, label, text, ...link }: Props) => (
  <Card component="a" withBorder padding="sm" className={classes.link} {...link}>
    <Group component="span" gap="sm" wrap="nowrap">
      <Icon size={24} stroke={1.5} aria-hidden className={classes.icon} />
      <span className={classes.words}>
        <Text component="span" display="block" fw={600}>
          {label}
        </Text>
        <Text component="span" display="block" size="sm" c="dimmed">
          {text}
        </Text>
      </span>
      <IconChevronRight size={18} aria-hidden className={classes.icon} />
    </Group>
  </Card>
));
