import { Link, type LinkProps } from 'react-router';
import { buttonClass, type ButtonVariant } from './button-style';
import { Icon, type IconName } from './icon';

interface ButtonLinkProps extends Omit<LinkProps, 'className'> {
  variant?: ButtonVariant;
  icon?: IconName;
  className?: string;
}

/** A link that looks like a button: it goes somewhere, so it can be opened in another tab. */
export function ButtonLink(props: ButtonLinkProps) {
  const { variant = 'secondary', icon, className, children, ...rest } = props;
  return (
    <Link {...rest} className={buttonClass(variant, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
