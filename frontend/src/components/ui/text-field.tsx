import { useId, type ComponentProps } from 'react';
import { cx } from './cx';
import { CONTROL_CLASS, FieldFrame, fieldDescription, type FieldProps } from './field';

type TextFieldProps = FieldProps & Omit<ComponentProps<'input'>, 'id'>;

export function TextField({ label, hint, error, className, ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <input
        {...rest}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={fieldDescription(id, { hint, error })}
        className={cx(CONTROL_CLASS, className)}
      />
    </FieldFrame>
  );
}
