/** The district's logo, which stands at the top of its public pages and its desk. */
import { done, refused, type Admin, type Context, type Outcome } from "../context.ts";
import type { EncodedPicture } from "../files/picture.ts";
import { keepPicture } from "../files/pictures.server.ts";
import { changeSettings, type Saved, type SettingsForm } from "./settings.server.ts";

/** Without a `picture`, the one it has gets other words. */
export const setLogo = (
  ctx: Context<Admin>,
  { picture, alt, ...form }: SettingsForm & { picture: EncodedPicture | null; alt: string },
): Promise<Outcome<Saved, "no_picture" | "changed_since_read">> =>
  changeSettings<"no_picture">(ctx, "profile", form, async (ctx, { logoId }) => {
    if (!picture && !logoId) return refused("no_picture");
    return done({ columns: { ...(picture && { logoId: await keepPicture(ctx, picture) }), logoAlt: alt } });
  });

export const removeLogo = (ctx: Context<Admin>, form: SettingsForm): Promise<Outcome<Saved, "changed_since_read">> =>
  changeSettings(ctx, "profile", form, () => Promise.resolve(done({ columns: { logoId: null, logoAlt: null } })));
