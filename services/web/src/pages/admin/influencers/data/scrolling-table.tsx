import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  label: string;
  columns: readonly { name: string; number?: boolean }[];
  children: ReactNode;
}

/** A table that is never higher than a chart, and scrolls by keyboard as well. */
export function ScrollingTable({ label, columns, children }: Props) {
  return (
    <Table.ScrollContainer
      minWidth={columns.length > 3 ? 480 : 280}
      maxHeight={320}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': label } }}
    >
      <Table striped aria-label={label} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ name, number }) => (
              <Table.Th key={name} scope="col" {...(number && { ta: 'right' })}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
