import postgres from "postgres";

interface Listening {
  heard: (payload: string) => void;
  /** The first time and after every lost connection: what was said meanwhile was not heard. */
  connected: () => void;
}

/** Hears one channel's notifications on a connection of its own, which comes back by itself when it is lost. */
export function listen(url: string, channel: string, { heard, connected }: Listening): { end(): Promise<void> } {
  const client = postgres(url, { max: 1, connect_timeout: 5, backoff: () => 0.2, onnotice: () => {} });
  let ended = false;
  const start = () =>
    client.listen(channel, heard, connected).catch(async () => {
      // The first connection failed; later ones the driver retries itself.
      await new Promise((resolve) => setTimeout(resolve, 500).unref());
      if (!ended) await start();
    });
  void start();
  return {
    end: () => {
      ended = true;
      return client.end({ timeout: 1 });
    },
  };
}
