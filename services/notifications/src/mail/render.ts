import { render } from '@react-email/render';
import { createElement } from 'react';
import { MailLayout, textPart, type MailContent } from './templates/layout';

export async function renderMail(content: MailContent): Promise<{ subject: string; html: string; text: string }> {
  const html = await render(createElement(MailLayout, { content }));
  return { subject: content.subject, html, text: textPart(content) };
}
