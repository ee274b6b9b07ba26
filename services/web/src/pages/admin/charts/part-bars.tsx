import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { Drawing } from './drawing';

const ink = 'var(--mantine-color-text)';
const rowHeight = 34;

interface Props {
  parts: readonly { label: string; value: number }[];
  label: string;
  format: (value: number) => string;
}

/** One bar for each part, as long as its value. */
export default function PartBars({ parts, label, format }: Props) {
  const room = 16 + 7 * Math.max(...parts.map(({ value }) => format(value).length));
  return (
    <Drawing label={label}>
      <ResponsiveContainer width="100%" height={parts.length * rowHeight}>
        <BarChart
          data={parts}
          layout="vertical"
          accessibilityLayer={false}
          margin={{ top: 0, right: room, bottom: 0, left: 0 }}
        >
          <XAxis type="number" domain={[0, 'dataMax']} hide />
          <YAxis
            type="category"
            dataKey="label"
            width={112}
            interval={0}
            tick={{ fill: ink, fontSize: 12 }}
            axisLine={false}
            tickLine={false}
          />
          <Bar dataKey="value" fill="var(--mantine-color-indigo-filled)" radius={4} isAnimationActive={false}>
            <LabelList
              dataKey="value"
              position="right"
              fill={ink}
              fontSize={12}
              formatter={(value: unknown) => format(Number(value))}
            />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </Drawing>
  );
}
