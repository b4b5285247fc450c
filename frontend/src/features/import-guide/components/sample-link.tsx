import { buttonClass } from '../../../components/ui/button-style';
import { Icon } from '../../../components/ui/icon';
import { useLocale } from '../../../hooks/use-locale';

/** The sample document in the language of the page; anybody may have it, so a plain link will do. */
export function SampleLink({ children }: { children: string }) {
  const locale = useLocale();
  return (
    <a
      href={`/api/imports/sample.docx?language=${locale}`}
      download
      className={buttonClass('primary', 'self-start')}
    >
      <Icon name="download" />
      {children}
    </a>
  );
}
