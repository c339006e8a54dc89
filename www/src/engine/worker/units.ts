/** Units of work dealt to several lanes as they come free; some can only be dealt when others are done. */

/** Something that does units, one after the other. */
export interface UnitLane<Unit, Result> {
  work(unit: Unit): Promise<Result>;
}

/** Where units come from and where their results go. */
export interface Dealer<Unit, Result> {
  /** The next unit that can be done; undefined: none until another is done, or none at all. */
  deal(): Unit | undefined;
  put(unit: Unit, result: Result): void;
}

/** Settles when no unit is left and none is being done, or at the first failure, or as soon as `stop` is given. */
export async function workOff<Unit, Result>(
  lanes: readonly UnitLane<Unit, Result>[],
  dealer: Dealer<Unit, Result>,
  stop: AbortSignal,
): Promise<void> {
  stop.throwIfAborted();
  await new Promise<void>((done, fail) => {
    const idle = [...lanes];
    let working = 0;
    let over = false;

    const end = (settle: () => void) => {
      over = true;
      stop.removeEventListener("abort", stopped);
      settle();
    };
    const stopped = () => end(() => fail(stop.reason));
    stop.addEventListener("abort", stopped, { once: true });

    const next = () => {
      while (!over && idle.length > 0) {
        const unit = dealer.deal();
        const lane = unit === undefined ? undefined : idle.shift();
        if (unit === undefined || lane === undefined) break;
        working++;
        lane.work(unit).then(
          (result) => {
            working--;
            idle.push(lane);
            if (!over) guarded(() => dealer.put(unit, result));
            if (!over) guarded(next);
          },
          (thrown) => {
            if (!over) end(() => fail(thrown));
          },
        );
      }
      if (!over && working === 0) end(done);
    };
    const guarded = (work: () => void) => {
      try {
        work();
      } catch (thrown) {
        if (!over) end(() => fail(thrown));
      }
    };
    guarded(next);
  });
}
