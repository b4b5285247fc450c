interface KeyListProps {
  rows: readonly { keys: readonly string[]; meaning: string }[];
}

/** Keys and what they do. */
export function KeyList({ rows }: KeyListProps) {
  return (
    <dl className="flex flex-col gap-3">
      {rows.map(({ keys, meaning }) => (
        <div key={meaning} className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <dt className="flex w-36 gap-1.5">
            {keys.map((key) => (
              <kbd
                key={key}
                className="min-w-8 rounded-sm border border-line-strong bg-sunken px-2 py-1 text-center font-mono text-sm"
              >
                {key}
              </kbd>
            ))}
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
