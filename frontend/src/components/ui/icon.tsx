import { cx } from './cx';

/** Paths on a grid of 24, drawn as strokes of the text's colour. */
const PATHS = {
  alert:
    'M12 8v5m0 3.5v.01M10.3 4 2.6 17.4A2 2 0 0 0 4.3 20.4h15.4a2 2 0 0 0 1.7-3L13.7 4a2 2 0 0 0-3.4 0Z',
  archive: 'M4 8v10a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8M3 4h18v4H3zm7 8h4',
  'arrow-left': 'M19 12H5m6-7-7 7 7 7',
  'arrow-right': 'M5 12h14m-6-7 7 7-7 7',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  'check-circle': 'm8.5 12.2 2.5 2.5 4.6-5.2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  'chevron-down': 'm6 9.5 6 6 6-6',
  'chevron-left': 'm14.5 6-6 6 6 6',
  'chevron-right': 'm9.5 6 6 6-6 6',
  clock: 'M12 7v5.2l3.2 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  cloud: 'M7 18.5a4.5 4.5 0 0 1-.6-9 6 6 0 0 1 11.5 1.6A3.8 3.8 0 0 1 17.2 18.5Z',
  'cloud-off':
    'm4 4 16 16M8.6 6.4a6 6 0 0 1 9.3 4.7 3.8 3.8 0 0 1 2 6M16 18.5H7a4.5 4.5 0 0 1-.6-9',
  copy: 'M9 9h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1Zm-4 6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1',
  device:
    'M8 3h8a1.5 1.5 0 0 1 1.5 1.5v15A1.5 1.5 0 0 1 16 21H8a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 8 3Zm3 15h2',
  download:
    'M12 4v11.5m0 0L7.5 11m4.5 4.5 4.5-4.5M4 15.5v3A1.5 1.5 0 0 0 5.5 20h13a1.5 1.5 0 0 0 1.5-1.5v-3',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Zm9.5 2.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6Z',
  'eye-off':
    'm4 4 16 16M9.9 5.8a9 9 0 0 1 2.1-.3c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-2.6 3.4M6.3 7.4A16 16 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4.2-1',
  file: 'M13.5 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8.5Zm0 0v5.5H19M9 13h6m-6 4h4',
  flag: 'M5.5 21V4m0 0c4-2 7 2 13 0v9.5c-6 2-9-2-13 0',
  globe:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0 0c2.5-2.5 3.6-5.6 3.6-9S14.5 5.5 12 3c-2.5 2.5-3.6 5.6-3.6 9s1.1 6.5 3.6 9ZM3.5 9.5h17m-17 5h17',
  help: 'M9.3 9.3a2.8 2.8 0 1 1 4.3 2.4c-1 .7-1.6 1.2-1.6 2.3m0 3v.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  info: 'M12 11v5m0-8v.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  keyboard:
    'M4 6.5h16a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 16V8A1.5 1.5 0 0 1 4 6.5ZM8 14h8M6.5 10.2v.01m3.7-.01v.01m3.7-.01v.01m3.6-.01v.01',
  layers: 'm12 3.5 9 4.8-9 4.8-9-4.8Zm9 8.7-9 4.8-9-4.8m18 4-9 4.7L3 16.2',
  list: 'M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5v.01M4.5 12v.01M4.5 17.5v.01',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1m2 3.7a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1',
  'log-out': 'M10 4H6a1.5 1.5 0 0 0-1.5 1.5v13A1.5 1.5 0 0 0 6 20h4m5-4 4.5-4L15 8m4 4H9.5',
  menu: 'M4 7h16M4 12h16M4 17h16',
  monitor:
    'M4 4.5h16A1.5 1.5 0 0 1 21.5 6v9a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 15V6A1.5 1.5 0 0 1 4 4.5ZM8.5 20h7M12 16.5V20',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z',
  pause: 'M9 5.5v13m6-13v13',
  play: 'M8 5.5v13l10.5-6.5Z',
  pencil:
    'M4.5 19.5 5.5 15 16 4.5a1.8 1.8 0 0 1 2.5 0l1 1a1.8 1.8 0 0 1 0 2.5L9 18.5Zm9.5-13 3.5 3.5',
  plus: 'M12 5v14M5 12h14',
  repeat:
    'M4 11V9.5A3.5 3.5 0 0 1 7.5 6H20m0 0-3-3m3 3-3 3m3 4v1.5a3.5 3.5 0 0 1-3.5 3.5H4m0 0 3 3m-3-3 3-3',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 4.5 4.5',
  settings:
    'M4 7h9m5 0h2M4 17h2m5 0h9M15.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM8.5 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  sun: 'M12 16.2a4.2 4.2 0 1 0 0-8.4 4.2 4.2 0 0 0 0 8.4ZM12 2.5v1.8m0 15.4v1.8M5.3 5.3l1.3 1.3m10.8 10.8 1.3 1.3M2.5 12h1.8m15.4 0h1.8M5.3 18.7l1.3-1.3M17.4 6.6l1.3-1.3',
  table: 'M4 5h16v14H4Zm0 4.7h16M4 14.3h16M10 5v14',
  target:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-4.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm0-4.5v.01',
  trash:
    'M4.5 6.5h15M9.5 6V4.5A1.5 1.5 0 0 1 11 3h2a1.5 1.5 0 0 1 1.5 1.5V6m3.5.5-.8 12.6a2 2 0 0 1-2 1.9H8.8a2 2 0 0 1-2-1.9L6 6.5m4 4v6m4-6v6',
  trophy:
    'M8 4h8v6a4 4 0 0 1-8 0Zm8 1.5h3.5c0 3-1.3 4.7-3.6 5M8 5.5H4.5c0 3 1.3 4.7 3.6 5M12 14v3.5M8.5 20.5h7c0-2-1.5-3-3.5-3s-3.5 1-3.5 3Z',
  upload:
    'M12 15.5V4m0 0L7.5 8.5M12 4l4.5 4.5M4 15.5v3A1.5 1.5 0 0 0 5.5 20h13a1.5 1.5 0 0 0 1.5-1.5v-3',
  user: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 9a7.5 7.5 0 0 1 15 0',
  x: 'm6 6 12 12M18 6 6 18',
} as const;

export type IconName = keyof typeof PATHS;

interface IconProps {
  name: IconName;
  className?: string;
}

/** A size of the caller's own replaces the 20 px of ours. */
function hasSize(className: string | undefined): boolean {
  return /(^|\s)size-/.test(className ?? '');
}

/** Decoration beside a text or inside a labelled control: hidden from screen readers. */
export function Icon({ name, className }: IconProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={cx('shrink-0', hasSize(className) ? null : 'size-5', className)}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
