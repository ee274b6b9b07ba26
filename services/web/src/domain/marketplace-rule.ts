import i18next, { t } from 'i18next';
import { formatNumber } from '../i18n';

/** A rule of the Creator Marketplace as a service checked it. */
interface CheckedRule {
  rule?: unknown;
  /** In English, for a rule that the app has no words for. */
  explanation?: unknown;
  least?: unknown;
  actual?: unknown;
}

/** What the rule asks for, and how much there is of it where that is known. */
export function ruleText({ rule, explanation, least, actual }: CheckedRule): string {
  const key = `eligibility.rule.${String(rule)}`;
  if (!i18next.exists(key)) return typeof explanation === 'string' ? explanation : '';
  const asked = t(key as 'eligibility.rule.minimum_age', { least: wordOf(least) });
  return typeof actual === 'number' ? `${asked} ${t('eligibility.actual', { actual: wordOf(actual) })}` : asked;
}

/** Why TikTok refused, by the rule that it named. */
export function failedRuleText(rule: string): string {
  const key = `eligibility.failed.${rule}`;
  return i18next.exists(key) ? t(key as 'eligibility.failed.minimum_age') : rule;
}

const wordOf = (value: unknown): string => (typeof value === 'number' ? formatNumber(value) : '');
