import type { Box } from '../box/box';
import { countCalls } from '../box/call-log';
import { html, type Html } from '../ui/html';

const SHOWN = 60;

export function callsTab(box: Box): Html {
  const calls = box.calls.find({});
  const leaks = box.leaks.list().filter((leak) => !leak.documented);
  return html`<section class="card">
      <h2>Callbacks to the app</h2>
      ${callbacks(box)}
    </section>
    <section class="card">
      <h2>Calls, counted</h2>
      ${counts(countCalls(calls))}
      ${leaks.length > 0 && html`<p class="note">${leaks.length} request lines carried a token or a secret: see <a href="/control/leaks">leaks</a>.</p>`}
    </section>
    <section class="card">
      <h2>The newest ${SHOWN}</h2>
      ${newest(box)}
    </section>`;
}

function callbacks(box: Box): Html {
  const list = box.callbacks.list().slice(-20).reverse();
  if (list.length === 0) return html`<p class="soft">None was sent.</p>`;
  return table(
    ['When', 'Kind', 'Persona', 'State', 'Attempts', 'Answer'],
    list.map((one) => [one.at.slice(11, 19), one.kind, one.persona, one.state, one.attempts, one.status ?? 'none']),
  );
}

function counts(all: ReturnType<typeof countCalls>): Html {
  const rows = Object.entries(all).map(([operation, { total, ok, failed }]) => [operation, total, ok, failed]);
  return rows.length === 0
    ? html`<p class="soft">No call yet.</p>`
    : table(['Operation', 'All', 'Well', 'Failed'], rows);
}

function newest(box: Box): Html {
  const rows = box.calls
    .find({ since: box.calls.next - SHOWN })
    .reverse()
    .map((call) => [
      call.at.slice(11, 23),
      call.operation,
      call.status === 0 ? 'cut' : call.status,
      call.error ?? '',
      call.persona ?? '',
      call.tokenFingerprint ?? '',
      call.fault ?? '',
    ]);
  return table(['When', 'Operation', 'Status', 'Error', 'Persona', 'Token', 'Fault'], rows);
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): Html {
  if (rows.length === 0) return html`<p class="soft">No call yet.</p>`;
  return html`<div class="scroll" tabindex="0">
    <table>
      <thead>
        <tr>
          ${head.map((title) => html`<th>${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
