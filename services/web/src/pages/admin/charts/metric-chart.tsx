import { Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  CartesianGrid,
  getNiceTickValues,
  Line,
  LineChart,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { gapSpans, missingSpans, standsAlone, type DailyPoint } from '../../../domain/daily-chart';
import { formatCompact, formatDay, formatDayOfYear, formatNumber } from '../../../i18n';
import { Drawing } from './drawing';
import { useGapText, useMissingText } from './use-gap-text';

const ink = 'var(--mantine-color-text)';
const line = 'var(--mantine-color-indigo-text)';
const height = 280;

/**
 * A line that ends where nothing was collected, with the time in between marked; days on which some accounts were missing are
 * marked lightly below it. Its words are the figure's label.
 */
export default function MetricChart({ points, label }: { points: DailyPoint[]; label: string }) {
  const ticks = ticksOf(points);
  return (
    <Drawing label={label}>
      <ResponsiveContainer width="100%" height={height}>
        <LineChart data={points} accessibilityLayer={false} margin={{ top: 8, right: 16, bottom: 0, left: 0 }}>
          <CartesianGrid stroke="var(--mantine-color-default-border)" vertical={false} />
          <XAxis
            dataKey="day"
            tickFormatter={isOneYear(points) ? formatDayOfYear : formatDay}
            interval="equidistantPreserveStart"
            minTickGap={24}
            tick={{ fill: ink, fontSize: 12 }}
            tickLine={false}
            tickMargin={8}
            stroke="var(--mantine-color-default-border)"
          />
          <YAxis
            width={widthOf(ticks)}
            domain={[ticks[0]!, ticks.at(-1)!]}
            ticks={ticks}
            allowDecimals={false}
            tickFormatter={formatCompact}
            tick={{ fill: ink, fontSize: 12 }}
            tickLine={false}
            axisLine={false}
          />
          {missingSpans(points).map(({ from, to }) => (
            <ReferenceArea
              key={from}
              x1={from}
              x2={to}
              fill="var(--mantine-color-orange-filled)"
              fillOpacity={0.1}
              ifOverflow="extendDomain"
            />
          ))}
          {gapSpans(points).map(({ from, to }) => (
            <ReferenceArea
              key={from}
              x1={from}
              x2={to}
              fill="var(--mantine-color-orange-filled)"
              fillOpacity={0.25}
              stroke="var(--mantine-color-orange-filled)"
              strokeDasharray="4 4"
              ifOverflow="extendDomain"
            />
          ))}
          <Tooltip content={<PointNote />} isAnimationActive={false} />
          <Line
            dataKey="value"
            stroke={line}
            strokeWidth={2}
            connectNulls={false}
            isAnimationActive={false}
            dot={({ key, cx, cy, index }) =>
              standsAlone(points, index) ? <circle key={key} cx={cx} cy={cy} r={4} fill={line} /> : <g key={key} />
            }
          />
        </LineChart>
      </ResponsiveContainer>
    </Drawing>
  );
}

/** Round numbers with room above and below, also around a figure that never changed; no figure is below zero. */
function ticksOf(points: readonly DailyPoint[]): number[] {
  const values = points.flatMap(({ value }) => value ?? []);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((most - least) * 0.1, most * 0.02, 1);
  return getNiceTickValues([Math.max(0, least - room), most + room], 5, false);
}

const isOneYear = (points: readonly DailyPoint[]): boolean =>
  new Set(points.map(({ day }) => day.slice(0, 4))).size <= 1;

/** In pixels: as wide as the longest word beside the axis, which differs by language (12.75M, 12,75 Mio.). */
const widthOf = (ticks: readonly number[]): number =>
  16 + 7 * Math.max(...ticks.map((tick) => formatCompact(tick).length));

function PointNote({ payload }: { payload?: readonly { payload?: DailyPoint }[] }) {
  const { t } = useTranslation();
  const gapText = useGapText();
  const missingText = useMissingText();
  const point = payload?.[0]?.payload;
  if (!point) return null;
  return (
    <Paper withBorder shadow="sm" p="xs" maw={260}>
      <Text size="xs">{formatDay(point.day)}</Text>
      <Text size="sm" fw={600}>
        {point.value === null ? t('data.gapWord') : formatNumber(point.value)}
      </Text>
      {point.gap && <Text size="xs">{gapText(point.gap)}</Text>}
      {missingText(point.missing).map((text) => (
        <Text key={text} size="xs">
          {text}
        </Text>
      ))}
    </Paper>
  );
}
