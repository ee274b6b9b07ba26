import { Body, Controller, HttpCode, Logger, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AppError, notificationsErrors } from '@creator-connect/contracts';
import { CertificateUnavailable, PublicRoute, type SnsMessage } from '@creator-connect/security';
import { Sns } from './sns';
import { TakeFeedbackHandler } from './take-feedback.handler';

/** Where Amazon SNS posts what SES has to tell (docs/mail.md). It sends JSON as `text/plain`. */
@ApiExcludeController()
@Controller('webhooks/ses')
export class FeedbackController {
  private readonly logger = new Logger(FeedbackController.name);

  constructor(
    private readonly sns: Sns,
    private readonly takeFeedback: TakeFeedbackHandler,
  ) {}

  @Post()
  @HttpCode(200)
  @PublicRoute()
  async take(@Body() body: unknown): Promise<void> {
    const message = await this.#verified(typeof body === 'string' ? body : '');
    if (message.Type === 'SubscriptionConfirmation') {
      await this.#confirm(message);
      this.logger.log({ topic: message.TopicArn }, 'a subscription at SNS is confirmed');
    } else if (message.Type === 'Notification') await this.takeFeedback.handle(message.Message);
  }

  async #verified(text: string): Promise<SnsMessage> {
    try {
      const message = await this.sns.verify(text);
      if (message) return message;
    } catch (error) {
      if (!(error instanceof CertificateUnavailable)) throw error;
      throw new AppError(notificationsErrors.feedbackEarly, { cause: error });
    }
    this.logger.warn(
      { security: 'webhook_refused' },
      'a message that SNS did not sign, or of a topic that is not ours',
    );
    throw new AppError(notificationsErrors.feedbackRefused);
  }

  async #confirm(message: SnsMessage): Promise<void> {
    try {
      await this.sns.confirm(message);
    } catch (error) {
      throw new AppError(notificationsErrors.feedbackEarly, { cause: error });
    }
  }
}
