import { hash, verify } from "@node-rs/argon2";
import { normalized } from "#app/domain/people/password-rules.ts";

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane; about 15 ms here. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Of no one's password: checking it costs what checking a real one does. */
const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$VqcgmqukN7JI8UsBj0zCYA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
/** Hashing occupies the thread pool that files and DNS need too: a burst of sign-ins must not stop the site. */
const AT_ONCE = 2;
/** Who would wait longer than a request may last is told so at once. */
const MOST_WAITING = 200;

let busy = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= MOST_WAITING) throw Object.assign(new Error("too many passwords at once"), { code: "EBUSY" });
  if (busy >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else busy++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else busy--;
  }
}

/** For `users.passwordHash`. Ask `passwordProblems` first; hash before the transaction, which would wait meanwhile. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(normalized(password), COST));

/** Takes the same time whether or not there is a hash to compare with, so that time tells no one who has an account. */
export async function passwordMatches(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const matches = await inTurn(() => verify(passwordHash ?? NOBODYS_HASH, normalized(password)));
  return matches && passwordHash != null;
}
