import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from '@react-email/components';

export interface MailContent {
  locale: string;
  subject: string;
  /** The line that inboxes show beside the subject; never repeats it. */
  preheader: string;
  heading: string;
  paragraphs: string[];
  button: { label: string; url: string } | null;
  /** Why the person gets this mail, and until when a link in it works. */
  footer: string[];
}

const colours = { ink: '#1c2430', muted: '#5b6675', accent: '#2348c9', line: '#dfe4ea', ground: '#f4f6f9' };
const font = { fontFamily: 'Helvetica, Arial, sans-serif', color: colours.ink };

/** One heading, a few sentences, at most one button whose address also stands in plain sight. No image, no tracking. */
export function MailLayout({ content }: { content: MailContent }) {
  return (
    <Html lang={content.locale}>
      <Head>
        <title>{content.subject}</title>
      </Head>
      <Preview>{content.preheader}</Preview>
      <Body style={{ ...font, backgroundColor: colours.ground, margin: 0, padding: '24px 12px' }}>
        <Container
          style={{ backgroundColor: '#ffffff', border: `1px solid ${colours.line}`, borderRadius: 12, padding: 32 }}
        >
          <Heading as="h1" style={{ fontSize: 22, lineHeight: '30px', margin: '0 0 16px' }}>
            {content.heading}
          </Heading>
          {content.paragraphs.map((paragraph) => (
            <Text key={paragraph} style={{ fontSize: 16, lineHeight: '24px', margin: '0 0 14px' }}>
              {paragraph}
            </Text>
          ))}
          {content.button && (
            <Section style={{ margin: '24px 0' }}>
              <Button
                href={content.button.url}
                style={{
                  backgroundColor: colours.accent,
                  borderRadius: 8,
                  color: '#ffffff',
                  fontSize: 16,
                  fontWeight: 600,
                  padding: '14px 22px',
                  textDecoration: 'none',
                }}
              >
                {content.button.label}
              </Button>
              <Text style={{ color: colours.muted, fontSize: 13, lineHeight: '20px', wordBreak: 'break-all' }}>
                <Link href={content.button.url} style={{ color: colours.accent }}>
                  {content.button.url}
                </Link>
              </Text>
            </Section>
          )}
          <Hr style={{ borderColor: colours.line, margin: '24px 0 16px' }} />
          {content.footer.map((line) => (
            <Text key={line} style={{ color: colours.muted, fontSize: 13, lineHeight: '20px', margin: '0 0 6px' }}>
              {line}
            </Text>
          ))}
        </Container>
      </Body>
    </Html>
  );
}

/** The hand-written text part: the same words in the same order, readable in a terminal. */
export function textPart(content: MailContent): string {
  return [
    content.heading,
    '',
    ...content.paragraphs.flatMap((paragraph) => [paragraph, '']),
    ...(content.button ? [`${content.button.label}:`, content.button.url, ''] : []),
    '--',
    ...content.footer,
    '',
  ].join('\n');
}
