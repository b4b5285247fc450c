import { useId, type ComponentProps } from 'react';
import { FieldFrame, fieldDescription, type FieldProps } from './field';
import { SelectControl, type SelectOption } from './select-control';

interface SelectProps extends FieldProps, Omit<ComponentProps<'select'>, 'id' | 'children'> {
  options: readonly SelectOption[];
}

export function Select({ label, hint, error, options, ...rest }: SelectProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <SelectControl
        {...rest}
        id={id}
        options={options}
        aria-invalid={error ? true : undefined}
        aria-describedby={fieldDescription(id, { hint, error })}
      />
    </FieldFrame>
  );
}
