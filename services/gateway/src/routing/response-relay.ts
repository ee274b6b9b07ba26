import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Dispatcher } from 'undici';
import { isProblem, type Page, type PageMaker } from '../refused-pages/refused-pages';
import { responseHeaders } from './forward-headers';

export interface RelayOptions {
  response: ServerResponse;
  guards: Readonly<Record<string, string>>;
  /** Must be done before anything of a success is shown; when it fails, nothing is. */
  beforeSuccess?: (() => Promise<void>) | undefined;
  /** What a person is shown instead of a problem document. */
  pageInstead?: PageMaker | undefined;
  /** There is no answer; nothing was written yet. */
  onUnanswered(error: Error): void;
}

/** Who waits for a success that may not be shown has been told by `onUnanswered`. */
const ignore = (): void => undefined;

/** Hands a service's answer to the client as it comes: no buffering, paused when the client reads slowly. */
export class ResponseRelay implements Dispatcher.DispatchHandler {
  private controller: Dispatcher.DispatchController | undefined;
  private clientGone = false;
  /** Resolves when the answer may be shown. */
  private held: Promise<void> | undefined;
  private page: Page | undefined;

  constructor(private readonly options: RelayOptions) {
    options.response.once('close', () => {
      this.clientGone = true;
      if (!options.response.writableEnded) this.controller?.abort(new Error('the client went away'));
    });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.clientGone) controller.abort(new Error('the client went away'));
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    // Interim answers (103 Early Hints) are between the gateway and the service.
    if (status < 200) return;
    const { response, guards, beforeSuccess, pageInstead } = this.options;
    const answered = responseHeaders(headers, guards);
    if (isProblem(headers['content-type'])) this.page = pageInstead?.(status, headers['retry-after']);
    if (this.page) return void response.writeHead(status, { ...answered, ...this.page.headers });
    const start = () => void response.writeHead(status, answered);
    if (!beforeSuccess || status >= 300) return start();
    // Paused, the service's answer waits in its socket; what its parser holds already waits here.
    controller.pause();
    this.held = beforeSuccess().then(start);
    this.held.then(
      () => controller.resume(),
      (error: Error) => controller.abort(error),
    );
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    const { response } = this.options;
    if (this.page) return;
    if (!response.headersSent) return void this.held?.then(() => response.write(chunk), ignore);
    if (response.write(chunk)) return;
    controller.pause();
    response.once('drain', () => controller.resume());
  }

  onResponseEnd(): void {
    const { response } = this.options;
    if (response.headersSent) response.end(this.page?.body);
    else void this.held?.then(() => response.end(), ignore);
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    const { response } = this.options;
    if (this.clientGone) return;
    // Half an answer must look like half an answer: the connection breaks instead of ending.
    if (response.headersSent) response.destroy(error);
    else this.options.onUnanswered(error);
  }
}
