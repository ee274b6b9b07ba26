// Lets a forked test process run the TypeScript sources as Jest does: `node --require swc-hook.cjs --conditions=development`.
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');

const cache = path.join(tmpdir(), `connect-swc-${process.getuid?.() ?? 'user'}`);
mkdirSync(cache, { recursive: true, mode: 0o700 });

require.extensions['.ts'] = (module, filename) => {
  module._compile(compiled(filename, readFileSync(filename, 'utf8')), filename);
};

/** Several processes start at once, and compiling is most of what a start costs. */
function compiled(filename, source) {
  const file = path.join(cache, `${createHash('sha256').update(filename).update(source).digest('hex')}.js`);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const code = transform(filename, source);
    writeFileSync(`${file}.${process.pid}`, code);
    renameSync(`${file}.${process.pid}`, file);
    return code;
  }
}

function transform(filename, source) {
  return require('@swc/core').transformSync(source, {
    filename,
    sourceMaps: 'inline',
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
    module: { type: 'commonjs' },
  }).code;
}
