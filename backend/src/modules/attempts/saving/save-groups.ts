import pLimit from 'p-limit';
import { Gathering, type GroupSizes } from '../../../shared/gathering.js';
import { Turns } from '../../../shared/turns.js';

export interface SaveGroupsOptions<S, R> {
  /** The attempt that a save is of, always written the same. */
  keyOf: (save: S) => string;
  /** Applies saves of different attempts, sorted by key, all or none: an outcome each, in their order. */
  applyGroup: (saves: readonly S[]) => Promise<readonly R[]>;
  /** Applies one that was in a group which failed. */
  applyAlone: (save: S) => Promise<R>;
  /** Told of a group that failed; false: trying its saves alone would be in vain. */
  worthAlone: (error: unknown, saves: number) => boolean;
  sizes: GroupSizes;
  /** Whether what failed a save would fail those of its attempt that wait behind it: they are told at once. */
  isForAll: (error: unknown) => boolean;
  /** How many saves are tried alone at once. */
  maxAlone: number;
}

/**
 * Saves that arrive together become one statement and one commit. An attempt is at most once under way, since
 * one statement touches a row once however many saves of it are in it, and a second group would wait for the
 * lock of the first. Groups are sorted, so that those of two processes take their locks in one order. After
 * any failure each save is tried alone: a locked attempt or a value the database does not take concerns nobody else.
 */
export class SaveGroups<S, R> {
  /** An attempt has one save under way; the others of it wait for their turn. */
  private readonly turns: Turns;
  private readonly gathering: Gathering<S, R>;
  private readonly alone: ReturnType<typeof pLimit>;

  constructor(private readonly options: SaveGroupsOptions<S, R>) {
    this.turns = new Turns(options.isForAll);
    this.alone = pLimit(options.maxAlone);
    this.gathering = new Gathering({
      run: (saves) => this.applyTogether(saves),
      ...options.sizes,
    });
  }

  /** What came of this save; rejects with its own failure, or with one that is of all. */
  add(save: S): Promise<R> {
    return this.turns.run(this.options.keyOf(save), () => this.gathering.add(save));
  }

  private async applyTogether(saves: readonly S[]): Promise<readonly (R | Promise<R>)[]> {
    const { keyOf, applyGroup, applyAlone, worthAlone } = this.options;
    const places = saves.map((save, place) => ({ key: keyOf(save), save, place }));
    places.sort((a, b) => (a.key < b.key ? -1 : 1));
    try {
      const applied = await applyGroup(places.map(({ save }) => save));
      const outcomes: R[] = [];
      for (const [index, { place }] of places.entries()) outcomes[place] = applied[index] as R;
      return outcomes;
    } catch (error) {
      if (!worthAlone(error, saves.length)) throw error;
      return saves.map((save) => this.alone(() => applyAlone(save)));
    }
  }
}
