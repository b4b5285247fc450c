import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { errorLine, SupportCode } from '../../../components/ui/error-state';
import { Spinner } from '../../../components/ui/spinner';
import { useFormat } from '../../../hooks/use-format';
import { ApiError } from '../../../lib/http/api-error';
import { failureText } from '../lib/failure-text';
import type { Upload } from '../lib/upload-store';
import { FileRow } from './file-row';

interface UploadRowProps {
  upload: Upload;
  onRetry: () => void;
  onRemove: () => void;
}

/** A file that the server has not accepted yet. */
export function UploadRow({ upload, onRetry, onRemove }: UploadRowProps) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { file, state, error } = upload;
  const failed = state === 'failed';
  return (
    <FileRow
      name={file.name}
      detail={format.bytes(file.size)}
      tone={failed ? 'danger' : 'busy'}
      action={failed && <Actions error={error} onRetry={onRetry} onRemove={onRemove} />}
    >
      {failed ? (
        <Failure error={error} />
      ) : (
        <p className="flex items-center gap-2 text-sm text-ink-soft">
          <Spinner />
          {state === 'waiting' ? t('waiting') : t('sending')}
        </p>
      )}
    </FileRow>
  );
}

function Failure({ error }: { error: unknown }) {
  const { t } = useTranslation('imports');
  const common = useTranslation('common').t;
  const known = error instanceof ApiError ? failureText(error.code, t) : null;
  return (
    <div role="alert">
      <p className="text-sm text-danger">{known ?? errorLine(error, common)}</p>
      {known === null && <SupportCode error={error} />}
    </div>
  );
}

type ActionsProps = Omit<UploadRowProps, 'upload'> & { error: unknown };

/** A file that was refused will be refused again; a lost connection or a busy server is worth a retry. */
function Actions({ error, onRetry, onRemove }: ActionsProps) {
  const { t } = useTranslation('imports');
  const common = useTranslation('common').t;
  const mayHelp = !(error instanceof ApiError) || error.status >= 500 || error.status === 429;
  return (
    <div className="flex flex-wrap gap-2">
      {mayHelp && (
        <Button icon="repeat" onClick={onRetry}>
          {common('tryAgain')}
        </Button>
      )}
      <Button variant="ghost" onClick={onRemove}>
        {t('dismiss')}
      </Button>
    </div>
  );
}
