import { AppError, requestErrors } from '@creator-connect/contracts';
import { readiness } from '@creator-connect/observability';
import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';

/** Enough for a load balancer. What exactly is down is said on the operations port only. */
@Controller('health')
@ApiExcludeController()
export class HealthController {
  @Get('live')
  live(): { status: string } {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(): Promise<{ status: string }> {
    const { status } = await readiness();
    if (status === 'not_ready') throw new AppError(requestErrors.unavailable, { retryAfterSeconds: 1 });
    return { status: 'ready' };
  }
}
