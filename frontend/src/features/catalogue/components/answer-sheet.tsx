const ROWS = [1, 3, 0, 2];
const BUBBLES = [0, 1, 2, 3];

/** An answer sheet as a picture: four rows of bubbles, one filled in each. Decoration. */
export function AnswerSheet() {
  return (
    <svg viewBox="0 0 260 216" aria-hidden="true" className="w-64 shrink-0">
      <rect x="22" y="14" width="216" height="188" rx="16" className="fill-sunken" />
      <rect
        x="12"
        y="6"
        width="216"
        height="188"
        rx="16"
        strokeWidth="1.5"
        className="fill-surface stroke-line"
      />
      {ROWS.map((filled, row) => (
        <g key={row}>
          <rect
            x="32"
            y={37 + row * 40}
            width="34"
            height="6"
            rx="3"
            className="fill-line-strong/50"
          />
          {BUBBLES.map((bubble) => (
            <circle
              key={bubble}
              cx={98 + bubble * 34}
              cy={40 + row * 40}
              r="10"
              strokeWidth="1.75"
              className={
                bubble === filled ? 'fill-accent stroke-accent' : 'fill-none stroke-line-strong/60'
              }
            />
          ))}
          <path
            d={`m${93.5 + filled * 34} ${40.5 + row * 40} 3.2 3.2 6-6.6`}
            fill="none"
            strokeWidth="2"
            strokeLinecap="round"
            strokeLinejoin="round"
            className="stroke-on-accent"
          />
        </g>
      ))}
    </svg>
  );
}
