/** A turn at a host: run after `leave` was called by those before; `deferredMs` means not now. */
type Turn = { readonly status: "go"; leave(): void } | { readonly status: "deferred"; readonly deferredMs: number };

interface Host {
  next: number;
  until: number;
  active: number;
  readonly waiting: (() => void)[];
}

/** Keeps hits of one host apart. */
export interface Politeness {
  /** Waits for a turn at a host, or says for how long none is to be had. */
  turn(host: string): Promise<Turn>;
  /** A host said (429, 503) that it wants rest. */
  rest(host: string, ms: number): void;
}

/** `gapMs` between two starts at a host, `connections` at a time; nobody waits longer than `maxWaitMs` for a turn. */
export function openPoliteness(options: {
  readonly gapMs: number;
  readonly connections: number;
  readonly maxWaitMs: number;
}): Politeness {
  const hosts = new Map<string, Host>();
  const clock = () => performance.now();

  function of(name: string): Host {
    const known = hosts.get(name);
    if (known) return known;
    if (hosts.size > 5000) {
      for (const [old, host] of hosts)
        if (host.active === 0 && host.next < clock() && host.until < clock()) hosts.delete(old);
    }
    const host: Host = { next: 0, until: 0, active: 0, waiting: [] };
    hosts.set(name, host);
    return host;
  }

  return {
    async turn(name) {
      const host = of(name);
      const now = clock();
      if (host.until > now) return { status: "deferred", deferredMs: Math.ceil(host.until - now) };
      const slot = Math.max(now, host.next);
      if (slot - now > options.maxWaitMs) return { status: "deferred", deferredMs: Math.ceil(slot - now) };
      host.next = slot + options.gapMs;
      if (slot > now) await new Promise<void>((done) => setTimeout(done, slot - now));
      if (host.active >= options.connections) await new Promise<void>((done) => host.waiting.push(done));
      else host.active += 1;
      let left = false;
      return {
        status: "go",
        leave() {
          if (left) return;
          left = true;
          const next = host.waiting.shift();
          if (next) next();
          else host.active -= 1;
        },
      };
    },
    rest(name, ms) {
      const host = of(name);
      host.until = Math.max(host.until, clock() + ms);
    },
  };
}
