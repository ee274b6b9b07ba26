import { SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Short facts side by side: name above, value below. */
export function Facts({
  facts,
  columns = 4,
}: {
  facts: readonly (readonly [name: string, value: ReactNode])[];
  columns?: number;
}) {
  return (
    <SimpleGrid component="dl" cols={{ base: 1, xs: 2, md: columns }} spacing="xs" verticalSpacing="xs" m={0}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <Text component="dt" size="xs" c="dimmed">
            {name}
          </Text>
          <Text component="dd" size="sm" m={0} style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}
