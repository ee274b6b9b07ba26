import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type RowData,
} from '@tanstack/react-table';
import { useMemo, type ReactNode } from 'react';

export interface Column<Row> {
  name: string;
  /** Figures stand at the right. */
  number?: boolean;
  cell(row: Row): ReactNode;
  /** With it the column's head sorts the rows; those without a value stand last, whichever way. Not where rows come by pages. */
  sortBy?(row: Row): string | number | null | undefined;
}

interface Props<Row> {
  label: string;
  /** The first one names its row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf(row: Row): string;
  /** In pixels; what is narrower scrolls sideways. */
  minWidth: number;
  /** In pixels; what is higher scrolls below its head. */
  maxHeight?: number;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** A table that never widens the page, and scrolls and sorts by keyboard as well. */
export function DataTable<Row extends RowData>({ label, columns, rows, keyOf, minWidth, maxHeight }: Props<Row>) {
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    return columns.map(({ name, number, cell, sortBy }, index) =>
      helper.accessor((row): unknown => sortBy?.(row) ?? undefined, {
        id: `${index}`,
        header: name,
        cell: ({ row }) => cell(row.original),
        enableSorting: sortBy !== undefined,
        sortUndefined: 'last',
        sortDescFirst: number === true,
        sortFn: (a, b, id) => compare(a.getValue(id), b.getValue(id)),
      }),
    );
  }, [columns]);
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({ features, columns: definitions, data, getRowId: keyOf });
  const alignment = (index: number) => columns[index]?.number && ({ ta: 'right' } as const);
  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      {...(maxHeight && { maxHeight })}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': label } }}
    >
      <Table striped aria-label={label} stickyHeader={maxHeight !== undefined}>
        <Table.Thead>
          {table.getHeaderGroups().map((group) => (
            <Table.Tr key={group.id}>
              {group.headers.map(({ id, column }, index) => (
                <Table.Th key={id} scope="col" aria-sort={ariaSort(column.getIsSorted())} {...alignment(index)}>
                  {column.getCanSort() ? (
                    <UnstyledButton fz="inherit" fw="inherit" onClick={column.getToggleSortingHandler()}>
                      {columns[index]?.name} <SortMark sorted={column.getIsSorted()} />
                    </UnstyledButton>
                  ) : (
                    columns[index]?.name
                  )}
                </Table.Th>
              ))}
            </Table.Tr>
          ))}
        </Table.Thead>
        <Table.Tbody>
          {table.getRowModel().rows.map((row) => (
            <Table.Tr key={row.id}>
              {row.getAllCells().map((cell, index) =>
                index === 0 ? (
                  <Table.Th key={cell.id} scope="row" fw="normal">
                    <table.FlexRender cell={cell} />
                  </Table.Th>
                ) : (
                  <Table.Td key={cell.id} {...alignment(index)}>
                    <table.FlexRender cell={cell} />
                  </Table.Td>
                ),
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

type Sorted = false | 'asc' | 'desc';

const compare = (a: unknown, b: unknown): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));

const ariaSort = (sorted: Sorted) => (sorted === false ? undefined : sorted === 'asc' ? 'ascending' : 'descending');

function SortMark({ sorted }: { sorted: Sorted }) {
  const Mark = sorted === false ? IconArrowsSort : sorted === 'asc' ? IconArrowUp : IconArrowDown;
  return <Mark size={14} aria-hidden style={{ verticalAlign: '-2px', opacity: sorted === false ? 0.5 : 1 }} />;
}
