import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Dispatcher } from 'undici';
import { responseHeaders } from './forward-headers';

export interface RelayOptions {
  response: ServerResponse;
  guards: Readonly<Record<string, string>>;
  /** The service did not answer; nothing was written yet. */
  onUnanswered(error: Error): void;
}

/** Hands a service's answer to the client as it comes: no buffering, paused when the client reads slowly. */
export class ResponseRelay implements Dispatcher.DispatchHandler {
  private controller: Dispatcher.DispatchController | undefined;
  private clientGone = false;

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

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    // Interim answers (103 Early Hints) are between the gateway and the service.
    if (status < 200) return;
    this.options.response.writeHead(status, responseHeaders(headers, this.options.guards));
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    const { response } = this.options;
    if (response.write(chunk)) return;
    controller.pause();
    response.once('drain', () => controller.resume());
  }

  onResponseEnd(): void {
    this.options.response.end();
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    const { response } = this.options;
    if (this.clientGone) return;
    // Half an answer must look like half an answer: the connection breaks instead of ending.
    if (response.headersSent) response.destroy(error);
    else this.options.onUnanswered(error);
  }
}
