import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Why no account can be connected: the API tells it by one of these words. */
const { cause } = (
  JSON.parse(read('docs/openapi.json')) as {
    components: { schemas: { DiagnosisResponse: { properties: Record<'cause', { enum: string[] }> } } };
  }
).components.schemas.DiagnosisResponse.properties;

it('each cause of the doctor is told to a creator in a real browser', () => {
  const tests = read('test/e2e/test/web-doctor.e2e-spec.ts') + read('test/e2e/test/web-platforms.e2e-spec.ts');
  expect(cause.enum.length).toBeGreaterThan(10);
  expect(cause.enum.filter((one) => !tests.includes(`'${one}'`))).toEqual([]);
});
