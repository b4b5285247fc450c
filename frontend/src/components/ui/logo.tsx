interface LogoProps {
  className?: string;
}

/** The Q whose tail is a check mark. */
export function Logo({ className }: LogoProps) {
  return (
    <svg viewBox="0 0 32 32" fill="none" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        d="M22.4 17.2a7.2 7.2 0 1 1-1.6-6"
        className="stroke-on-accent"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <path
        d="m12.6 15.6 3.6 3.7 8.6-9.6"
        className="stroke-on-accent"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
