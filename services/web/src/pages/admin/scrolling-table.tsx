import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  label: string;
  columns: readonly { name: string; number?: boolean }[];
  /** In pixels; what is narrower scrolls sideways. */
  minWidth: number;
  /** In pixels; what is higher scrolls below its head. */
  maxHeight?: number;
  children: ReactNode;
}

/** A table that never widens the page, and scrolls by keyboard as well. */
export function ScrollingTable({ label, columns, minWidth, maxHeight, children }: Props) {
  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      {...(maxHeight && { maxHeight })}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': label } }}
    >
      <Table striped aria-label={label} stickyHeader={maxHeight !== undefined}>
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
