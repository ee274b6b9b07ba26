import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { AppError, requestErrors, type FieldFault } from '@creator-connect/contracts';

function faults(errors: readonly ValidationError[], path = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const field = path ? `${path}.${error.property}` : error.property;
    const own = Object.values(error.constraints ?? {}).map((message) => ({ field, message }));
    return [...own, ...faults(error.children ?? [], field)];
  });
}

/** Only listed fields, strict types, no implicit conversion (security HT-03). */
export function strictValidation(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    transformOptions: { enableImplicitConversion: false },
    stopAtFirstError: false,
    exceptionFactory: (errors) => new AppError(requestErrors.invalid, { errors: faults(errors).slice(0, 50) }),
  });
}
