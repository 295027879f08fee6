/** Lets so many requests through at a time; each holds its place until so many ms after it has ended. */
export interface Gate {
  /** Runs a request when its turn comes; `first` is for those that a person waits for. */
  pass<T>(request: () => Promise<T>, first?: boolean): Promise<T>;
}

/**
 * Opens a gate. Since a place is held from before the request leaves until `holdMs` after its answer, no stall on either side
 * can make the other end see more than `places` requests within `holdMs`.
 */
export function openGate(places: number, holdMs: number): Gate {
  const people: (() => void)[] = [];
  const others: (() => void)[] = [];
  let free = places;
  const release = () => {
    const next = people.shift() ?? others.shift();
    if (next) next();
    else free += 1;
  };
  return {
    async pass(request, first = false) {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => (first ? people : others).push(resolve));
      try {
        return await request();
      } finally {
        setTimeout(release, holdMs).unref();
      }
    },
  };
}
