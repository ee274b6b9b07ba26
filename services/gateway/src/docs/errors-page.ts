import { AppError, errorCatalogue } from '@creator-connect/contracts';
import { escapeHtml, page } from './html';

/** Every error a client can meet; the `type` of a problem document points at its paragraph. */
export function errorsPage(): string {
  const entries = errorCatalogue.map((definition) => {
    const { status } = new AppError(definition);
    return `<article id="${escapeHtml(definition.code)}">
<h2><code>${escapeHtml(definition.code)}</code> · ${status}</h2>
<p>${escapeHtml(definition.title)}</p>
<p><strong>What to do:</strong> ${escapeHtml(definition.nextStep)}</p>
</article>`;
  });
  return page('Errors', entries.join('\n'));
}
