import { SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface FactsProps {
  facts: readonly (readonly [name: string, value: ReactNode])[];
  /** Side by side, where there is room. */
  columns?: number;
}

/** Short facts side by side: name above, value below. */
export function Facts({ facts, columns = 4 }: FactsProps) {
  return (
    <SimpleGrid
      component="dl"
      cols={{ base: Math.min(columns, 2), md: columns }}
      spacing="xs"
      verticalSpacing="xs"
      m={0}
    >
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
