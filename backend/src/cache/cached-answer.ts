/** Where an answer came from: the cache, the database, or the database because this is not cached (now). */
export type CacheOutcome = 'HIT' | 'MISS' | 'BYPASS';

/** A value and its JSON; whichever is not at hand is made when it is asked for. */
export class CachedAnswer<Value> {
  private constructor(
    readonly outcome: CacheOutcome,
    private json: string | undefined,
    private loaded: { value: Value } | undefined,
  ) {}

  static ofText<Value>(text: string, outcome: CacheOutcome): CachedAnswer<Value> {
    return new CachedAnswer<Value>(outcome, text, undefined);
  }

  static ofValue<Value>(value: Value, outcome: CacheOutcome): CachedAnswer<Value> {
    return new CachedAnswer(outcome, undefined, { value });
  }

  /** As it is stored, and sent. */
  get text(): string {
    this.json ??= JSON.stringify(this.loaded?.value);
    return this.json;
  }

  get value(): Value {
    this.loaded ??= { value: JSON.parse(this.text) as Value };
    return this.loaded.value;
  }

  /** The same where there is a value; throws what `missing` makes where there is none. */
  present(missing: () => Error): CachedAnswer<NonNullable<Value>> {
    if (this.text === 'null') throw missing();
    return this as CachedAnswer<NonNullable<Value>>;
  }
}
