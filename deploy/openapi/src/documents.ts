import { describeApi } from './describe-api';

/** The description of the API, by its path from the top of the checkout. */
export async function documents(): Promise<ReadonlyMap<string, string>> {
  return new Map([['docs/openapi.json', `${JSON.stringify(await describeApi(), null, 2)}\n`]]);
}
