import { List } from '@mantine/core';

export function TextList({ lines }: { lines: readonly string[] }) {
  return (
    <List size="sm" withPadding listStyleType="disc">
      {lines.map((line) => (
        <List.Item key={line}>{line}</List.Item>
      ))}
    </List>
  );
}
