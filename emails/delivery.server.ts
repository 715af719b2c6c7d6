import type { Env } from "#app/env.server.ts";
import type { Database } from "#db/database.ts";
import type { Delivery } from "./delivery.ts";
import { outbox } from "./outbox.ts";
import { awaitTurn } from "./rate-governor.server.ts";
import { resendDelivery } from "./resend.server.ts";
import { smtpDelivery } from "./smtp.server.ts";

const known = new WeakMap<Env["mail"], Delivery>();

/** The way mail leaves by, as the environment says. */
export function deliveryBy(mail: Env["mail"], db: Database): Delivery {
  let delivery = known.get(mail);
  if (!delivery) known.set(mail, (delivery = createDelivery(mail.route, db)));
  return delivery;
}

function createDelivery(route: Env["mail"]["route"], db: Database): Delivery {
  if (route.by === "outbox") return outbox;
  if (route.by === "smtp") return smtpDelivery(route);
  return resendDelivery({ ...route, turn: () => awaitTurn(db, "resend", route.perSecond) });
}
