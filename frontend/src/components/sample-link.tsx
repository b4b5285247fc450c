import { useLocale } from '../hooks/use-locale';
import { buttonClass, type ButtonVariant } from './ui/button-style';
import { Icon } from './ui/icon';

interface SampleLinkProps {
  children: string;
  variant?: ButtonVariant;
}

/** The sample document in the language of the page; anybody may have it, so a plain link will do. */
export function SampleLink({ children, variant = 'secondary' }: SampleLinkProps) {
  const locale = useLocale();
  return (
    <a
      href={`/api/imports/sample.docx?language=${locale}`}
      download
      className={buttonClass(variant, 'self-start')}
    >
      <Icon name="download" />
      {children}
    </a>
  );
}
