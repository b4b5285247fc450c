import { useId, useState, type DragEvent } from 'react';
import { cx } from './cx';
import { Icon } from './icon';

interface FileDropProps {
  title: string;
  hint: string;
  /** As the `accept` of a file input: `.docx`. Dropped files are not filtered: the server tells what is wrong. */
  accept: string;
  onFiles: (files: File[]) => void;
}

/** A place to drop files, which is also the button that opens the file dialog. */
export function FileDrop({ title, hint, accept, onFiles }: FileDropProps) {
  const id = useId();
  const [over, setOver] = useState(false);

  const take = (list: FileList | null) => {
    const files = Array.from(list ?? []);
    if (files.length > 0) onFiles(files);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };

  return (
    <label
      htmlFor={id}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        'flex flex-col items-center gap-2 rounded-lg border-2 border-dashed px-6 py-10 text-center transition-colors duration-150',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
        over
          ? 'border-accent bg-accent-soft'
          : 'border-line-strong/60 bg-surface hover:border-accent',
      )}
    >
      <span className="flex size-12 items-center justify-center rounded-full bg-accent-soft text-accent">
        <Icon name="upload" className="size-6" />
      </span>
      <span className="text-lg font-medium">{title}</span>
      <span className="text-ink-soft">{hint}</span>
      <input
        id={id}
        type="file"
        multiple
        accept={accept}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files);
          // The same file may be chosen again, as a new upload.
          event.target.value = '';
        }}
      />
    </label>
  );
}
