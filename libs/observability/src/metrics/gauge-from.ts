import { Gauge, register, type GaugeConfiguration } from 'prom-client';

/** What a gauge shows is read when somebody asks, from everybody in the process who knows a part of it. */
type Source = () => Promise<void>;
const sources = new Map<string, Set<Source>>();

/** Adds a source to a gauge that is made on first use. Returns what takes the source away again. */
export function gaugeFrom<T extends string>(
  configuration: Omit<GaugeConfiguration<T>, 'collect'>,
  read: (gauge: Gauge<T>) => Promise<void>,
): () => void {
  const { name } = configuration;
  const all = sources.get(name) ?? new Set<Source>();
  sources.set(name, all);
  const gauge =
    (register.getSingleMetric(name) as Gauge<T> | undefined) ??
    new Gauge({
      ...configuration,
      async collect() {
        await Promise.allSettled([...all].map((source) => source()));
      },
    });
  const source = () => read(gauge);
  all.add(source);
  return () => all.delete(source);
}
