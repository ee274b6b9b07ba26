import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { AppError, fieldFault, requestErrors, type FieldFault } from '@creator-connect/contracts';
import { malformed } from './malformed';
import { faultsOfValidation } from './validation-faults';

const mostFaults = 50;

const invalid = (errors: FieldFault[]) => new AppError(requestErrors.invalid, { errors: errors.slice(0, mostFaults) });

class StrictValidationPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'custom') {
      const found = malformed(value, metadata.data ?? '');
      if (metadata.type === 'query') found.push(...repeated(value, metadata.data));
      if (found.length > 0) throw invalid(found);
    }
    return super.transform(value, metadata) as Promise<unknown>;
  }
}

/** `?limit=1&limit=2` arrives as a list, which a reader of one value would take for something else. */
function repeated(query: unknown, name: string | undefined): FieldFault[] {
  const entries = name === undefined ? Object.entries(query ?? {}) : [[name, query] as const];
  return entries.filter(([, value]) => Array.isArray(value)).map(([field]) => fieldFault(field, 'repeated'));
}

/** Only listed fields, strict types, no implicit conversion, no malformed text (security HT-03). */
export function strictValidation(): ValidationPipe {
  return new StrictValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    transformOptions: { enableImplicitConversion: false },
    stopAtFirstError: false,
    exceptionFactory: (errors) => invalid(faultsOfValidation(errors)),
  });
}
