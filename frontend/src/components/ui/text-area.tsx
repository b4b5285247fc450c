import { useId, type ComponentProps } from 'react';
import { cx } from './cx';
import { CONTROL_CLASS, FieldFrame, fieldDescription, type FieldProps } from './field';

type TextAreaProps = FieldProps & Omit<ComponentProps<'textarea'>, 'id'>;

export function TextArea({ label, hint, error, className, rows = 3, ...rest }: TextAreaProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <textarea
        {...rest}
        id={id}
        rows={rows}
        aria-invalid={error ? true : undefined}
        aria-describedby={fieldDescription(id, { hint, error })}
        className={cx(CONTROL_CLASS, 'py-2.5', className)}
      />
    </FieldFrame>
  );
}
