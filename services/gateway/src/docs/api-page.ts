import { escapeHtml, page } from './html';
import type { OpenApiDocument } from './openapi-merge';

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  description?: string;
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

interface Operation {
  summary?: string;
  description?: string;
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema; description?: string }[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: Schema }> }>;
}

/** A readable page of the merged description, made on the server: it needs no script and nothing from elsewhere. */
export function apiPage(document: OpenApiDocument): string {
  const groups = new Map<string, string[]>();
  for (const [path, operations] of Object.entries(document.paths ?? {})) {
    const group = path.split('/').slice(1, 3).join('/');
    const articles = Object.entries(operations).map(([method, operation]) =>
      operationArticle(document, method, path, operation as Operation),
    );
    groups.set(group, [...(groups.get(group) ?? []), ...articles]);
  }
  const sections = [...groups].map(([group, articles]) => `<h2>/${escapeHtml(group)}</h2>\n${articles.join('\n')}`);
  return page('API', intro + sections.join('\n'));
}

const intro = `<p>Programs send <code>Authorization: Bearer cck_…</code>. Pages use the session cookie and put the
<code>csrfToken</code> of <code>GET /v1/sessions/current</code> into the header <code>x-csrf-token</code> of every change.
Lists answer <code>{items, nextCursor}</code>; times are ISO 8601 in UTC; errors are
<a href="/docs/errors">problem documents</a>.</p>`;

function operationArticle(document: OpenApiDocument, method: string, path: string, operation: Operation): string {
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const answers = Object.entries(operation.responses ?? {}).map(([status, answer]) => {
    const schema = Object.values(answer.content ?? {})[0]?.schema;
    return `<p><strong>${escapeHtml(status)}</strong> ${escapeHtml(answer.description ?? '')}</p>${fields(document, schema)}`;
  });
  const parameters = (operation.parameters ?? []).map((parameter) =>
    row(`${parameter.name} (${parameter.in})`, parameter.schema, parameter.required === true, parameter.description),
  );
  return `<article>
<h3><span class="method">${escapeHtml(method.toUpperCase())}</span> <code>${escapeHtml(path)}</code></h3>
<p>${escapeHtml(operation.summary ?? operation.description ?? '')}</p>
<details><summary>Details</summary>
${parameters.length > 0 ? `<table>${parameters.join('')}</table>` : ''}
${body ? `<p><strong>Body</strong></p>${fields(document, body)}` : ''}
${answers.join('\n')}
</details>
</article>`;
}

function fields(document: OpenApiDocument, schema: Schema | undefined): string {
  const resolved = resolve(document, schema?.items ?? schema);
  const rows = Object.entries(resolved?.properties ?? {}).map(([name, field]) =>
    row(name, field, resolved?.required?.includes(name) ?? false, field.description),
  );
  return rows.length > 0 ? `<table>${rows.join('')}</table>` : '';
}

function resolve(document: OpenApiDocument, schema: Schema | undefined): Schema | undefined {
  const name = /^#\/components\/schemas\/(.+)$/.exec(schema?.$ref ?? '')?.[1];
  return name === undefined ? schema : (document.components?.['schemas']?.[name] as Schema | undefined);
}

function row(name: string, schema: Schema | undefined, required: boolean, description = ''): string {
  const text = `${required ? '' : 'optional. '}${description}`;
  return `<tr><td><code>${escapeHtml(name)}</code></td><td>${escapeHtml(typeName(schema))}</td><td>${escapeHtml(text)}</td></tr>`;
}

function typeName(schema: Schema | undefined): string {
  if (!schema) return '';
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? '';
  if (schema.enum) return schema.enum.map(String).join(' | ');
  if (schema.type === 'array') return `${typeName(schema.items)}[]`;
  return schema.format ?? schema.type ?? '';
}
