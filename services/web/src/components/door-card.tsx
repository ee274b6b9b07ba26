import { Card, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageTitle } from './page-title';

/** What somebody meets before they are in: one short question in the middle of the page. */
export function DoorCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card withBorder maw={460} mx="auto" my={{ base: 0, sm: 'lg' }} p={{ base: 'md', sm: 'xl' }}>
      <Stack gap="md">
        <PageTitle fz="h2">{title}</PageTitle>
        {children}
      </Stack>
    </Card>
  );
}
