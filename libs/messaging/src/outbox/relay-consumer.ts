/** Under this name dead letters of the sending side are kept: rows that the broker will never take. */
export function relayConsumer(service: string): string {
  return `${service}.relay`;
}
