import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { catchError, throwError, type Observable } from 'rxjs';
import { DeliveryContext } from './delivery-context';

/** Keeps a handler's error for the runner before any exception filter gets hold of it. */
@Injectable()
export class DeliveryInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'rpc') return next.handle();
    const delivery = context.switchToRpc().getContext<unknown>();
    return next.handle().pipe(
      catchError((error: unknown) => {
        if (delivery instanceof DeliveryContext) delivery.failure = error;
        return throwError(() => error);
      }),
    );
  }
}
