import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { formatShare } from '../../../../i18n';
import { Drawing } from './drawing';

const ink = 'var(--mantine-color-text)';
const rowHeight = 34;

/** One bar for each part, as long as its share. */
export default function AudienceChart({ parts, label }: { parts: { label: string; share: number }[]; label: string }) {
  return (
    <Drawing label={label}>
      <ResponsiveContainer width="100%" height={parts.length * rowHeight}>
        <BarChart
          data={parts}
          layout="vertical"
          accessibilityLayer={false}
          margin={{ top: 0, right: 56, bottom: 0, left: 0 }}
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
          <Bar dataKey="share" fill="var(--mantine-color-indigo-filled)" radius={4} isAnimationActive={false}>
            <LabelList
              dataKey="share"
              position="right"
              fill={ink}
              fontSize={12}
              formatter={(value: unknown) => formatShare(Number(value))}
            />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </Drawing>
  );
}
