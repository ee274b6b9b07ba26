/** What the installation itself is called in mails, and where it is. */
export class NotificationsSettings {
  constructor(
    readonly publicUrl: string,
    readonly systemSender: { name: string; address: string },
    readonly sesPollSeconds: number,
  ) {}
}
