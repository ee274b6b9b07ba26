/** Host headers this installation answers to. Links and redirects are made from configuration, never from the header. */
export function hostList(
  publicUrl: string,
  profile: 'local' | 'production',
  more: readonly string[],
): ReadonlySet<string> {
  const own = new URL(publicUrl);
  const port = own.port === '' ? '' : `:${own.port}`;
  const loopback = profile === 'local' ? [`127.0.0.1${port}`, `localhost${port}`] : [];
  return new Set([own.host, ...loopback, ...more].map((host) => host.toLowerCase()));
}
