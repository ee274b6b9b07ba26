import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  createSourceFile,
  forEachChild,
  isCallExpression,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  ScriptTarget,
  type CallExpression,
  type Node,
} from 'typescript';
import { createLogger } from '../../src';
import { logFields } from '../../src/logging/log-fields';

const root = join(__dirname, '../../../..');
const map = JSON.parse(readFileSync(join(root, 'docs/data-map.json'), 'utf8')) as {
  processing: Record<string, object>;
  log: { processing: string; personal: string[]; other: string[] };
};

/** Sources of what writes into the log of an installation. The browser has none, the sandbox is no part of one. */
const sources = ['libs', 'services']
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name, 'src')))
  .filter((folder) => existsSync(folder) && !/\/(?:web|sandbox)\/src$/.test(folder))
  .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
  .filter(({ name }) => name.endsWith('.ts') && !name.endsWith('spec.ts'))
  .map(({ parentPath, name }) => join(parentPath, name));

const levels = new Set(['trace', 'verbose', 'debug', 'info', 'log', 'warn', 'error', 'fatal']);
const isLog = ({ expression }: CallExpression) =>
  isPropertyAccessExpression(expression) &&
  levels.has(expression.name.text) &&
  /(?:logger|pino|(?:this\.|^)log)\??$/i.test(expression.expression.getText());

/** Names of the fields of every record that a log call writes down itself. */
function fieldsIn(file: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    const [first] = isCallExpression(node) && isLog(node) ? node.arguments : [];
    if (first && isObjectLiteralExpression(first))
      for (const property of first.properties)
        if (isPropertyAssignment(property) || isShorthandPropertyAssignment(property))
          found.push(property.name.getText());
    forEachChild(node, visit);
  };
  visit(createSourceFile(file, readFileSync(file, 'utf8'), ScriptTarget.Latest, true));
  return found;
}

describe('lines of the log (PR-05)', () => {
  it('have the fields that the map of personal data has, none of which tells more of a person than a pseudonym', () => {
    expect(map.log).toMatchObject({ processing: 'operation', personal: [] });
    expect(map.processing).toHaveProperty(map.log.processing);
    expect(map.log.other).toEqual([...logFields]);
  });

  it('lose every field that is not in the map, and say how many', () => {
    const lines: string[] = [];
    const logger = createLogger('accounts', 'info', { write: (line: string) => void lines.push(line) });
    logger.info({ organisationId: 'an id', nickname: 'Zerlina', Zerlina: { is: 'here' } }, 'somebody came');
    logger.child({ caption: 'Zerlina in the hills' }).warn({ err: new Error('x') });
    const [line, child] = lines.map((text) => JSON.parse(text) as Record<string, unknown>);
    expect(lines.join('')).not.toContain('Zerlina');
    expect(line).toMatchObject({ organisationId: 'an id', unlisted: 2, msg: 'somebody came' });
    expect(child).toMatchObject({ unlisted: 1, err: { message: 'x' } });
  });

  it('are written with no other field anywhere', () => {
    const written = sources.flatMap((file) => fieldsIn(file).map((name) => `${relative(root, file)}: ${name}`));
    expect(written.length).toBeGreaterThan(100);
    expect(written.filter((one) => !logFields.has(one.split(': ')[1]!))).toEqual([]);
  });
});
