import { ActionIcon, Button, Card, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { flushSync } from 'react-dom';
import type { MouseEvent } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CheckboxField } from '../../../components/form/checkbox-field';
import { SelectField, TextField } from '../../../components/form/fields';
import { kinds, type TypedFields } from './field-schema';

interface FieldCardProps {
  index: number;
  place: { first: boolean; last: boolean };
  disabled: boolean;
  onChange(): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

/** One thing that the organisation asks about every influencer, and its place among the others. */
export function FieldCard({ index, place, disabled, onChange, onMove, onRemove }: FieldCardProps) {
  const { t } = useTranslation();
  const at = `items.${index}` as const;
  const [label, kind] = useWatch<TypedFields, [`${typeof at}.label`, `${typeof at}.kind`]>({
    name: [`${at}.label`, `${at}.kind`],
  });
  // The browser takes the focus from whatever is moved; who moves a field by two places presses twice.
  const move = (by: -1 | 1) => (event: MouseEvent<HTMLButtonElement>) => {
    const button = event.currentTarget;
    flushSync(() => onMove(by));
    button.focus();
  };
  return (
    <Card withBorder padding="sm" onChange={() => onChange()}>
      <Group align="end" gap="sm">
        <TextField required disabled={disabled} name={`${at}.label`} label={t('fields.label')} maxLength={80} />
        <SelectField
          disabled={disabled}
          name={`${at}.kind`}
          label={t('fields.kind')}
          data={kinds.map((value) => ({ value, label: t(`fields.kinds.${value}`) }))}
        />
        {kind === 'choice' && (
          <TextField
            required
            disabled={disabled}
            name={`${at}.choices`}
            label={t('fields.choices')}
            description={t('fields.choicesHint')}
          />
        )}
        <CheckboxField disabled={disabled} name={`${at}.required`} label={t('fields.required')} mb={8} />
        {!disabled && (
          <Group gap="xs" mb={4} wrap="nowrap">
            <ActionIcon
              variant="default"
              size={30}
              aria-label={t('fields.up', { label })}
              aria-disabled={place.first}
              data-disabled={place.first || undefined}
              onClick={move(-1)}
            >
              <IconArrowUp size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="default"
              size={30}
              aria-label={t('fields.down', { label })}
              aria-disabled={place.last}
              data-disabled={place.last || undefined}
              onClick={move(1)}
            >
              <IconArrowDown size={16} aria-hidden />
            </ActionIcon>
            <Button variant="default" size="xs" aria-label={t('fields.removeWhich', { label })} onClick={onRemove}>
              {t('fields.remove')}
            </Button>
          </Group>
        )}
      </Group>
    </Card>
  );
}
