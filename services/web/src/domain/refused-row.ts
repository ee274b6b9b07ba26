import { errorText } from '../i18n';
import { fieldFaultText, type FieldFault } from './field-fault';

/** As every import tells what became of a row; the words of the service are used where the app has none. */
export interface RefusedRow {
  code?: string;
  title?: string;
  nextStep?: string;
  errors?: readonly FieldFault[];
}

/** Why a row was refused, and what is wrong with its fields, or else what to do. */
export function refusedRowText({ code = '', title = '', nextStep = '', errors = [] }: RefusedRow): string {
  const text = errorText(code) ?? { title, nextStep };
  const faults = errors.map((fault) => `${fieldFaultText(fault)}.`).join(' ');
  return `${text.title} ${faults || text.nextStep}`;
}
