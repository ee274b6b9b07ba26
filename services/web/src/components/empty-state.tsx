import { Card, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** Why there is nothing, or what will be here. */
  children?: ReactNode;
  /** The one thing to do about it. */
  action?: ReactNode;
}

/** Where there is nothing: calm, with at most one way on. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <Card withBorder padding="lg" style={{ borderStyle: 'dashed' }}>
      <Stack align="center" gap="xs" ta="center">
        <Text fw={600}>{title}</Text>
        {children && (
          <Text component="div" size="sm" c="dimmed" maw={480}>
            {children}
          </Text>
        )}
        {action}
      </Stack>
    </Card>
  );
}
