import i18next, { t } from 'i18next';
import { faultText } from '../i18n';

export interface FieldFault {
  field: string;
  code: string;
  message: string;
  params?: Readonly<Record<string, unknown>>;
}

/** Which field, and what is wrong with it. */
export const fieldFaultText = (fault: FieldFault): string => `${fieldName(fault.field)}: ${faultText(fault)}`;

/** Lists that hold what the person sees; their own name says nothing to them. */
const unnamed = new Set(['items', 'fields']);

/** `items.2.choices` is the third's choices; a name that the app has no word for stays as it is. */
function fieldName(path: string): string {
  const parts = path.split('.').filter((part) => !unnamed.has(part));
  return parts.map((part) => (/^\d+$/.test(part) ? `${Number(part) + 1}.` : wordOf(part))).join(' ');
}

const wordOf = (part: string): string => (i18next.exists(`field.${part}`) ? t(`field.${part}` as 'field.name') : part);
