import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DailyPoint } from '../../../domain/daily-chart';
import type { View } from './chart-search';
import { ViewChoice } from './view-choice';

interface Props {
  /** What the figure is called. */
  name: string;
  /** Nothing while they are not known yet. */
  points: readonly DailyPoint[] | undefined;
  view: View;
  onView: (view: View) => void;
  /** What else is chosen. */
  children: ReactNode;
}

/** What is drawn, and, where there is something to draw, how. */
export function ChartChoices({ name, points, view, onView, children }: Props) {
  return (
    <Group justify="space-between" align="end">
      <Group align="end">{children}</Group>
      {points?.some(({ value }) => value !== null) && <ViewChoice what={name} view={view} onChange={onView} />}
    </Group>
  );
}
