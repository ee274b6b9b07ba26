import { stringify } from 'yaml';
import { asyncApiDocument } from './asyncapi';
import { errorsPage } from './errors-page';
import { schemaFiles } from './json-schema';

/** Path below docs/ → text of every generated document. */
export function documents(): Map<string, string> {
  const files = new Map<string, string>();
  files.set('asyncapi.yaml', stringify(asyncApiDocument(), { lineWidth: 120, aliasDuplicateObjects: false }));
  files.set('errors.md', errorsPage());
  for (const [name, schema] of schemaFiles()) files.set(`schemas/${name}`, `${JSON.stringify(schema, null, 2)}\n`);
  return files;
}
