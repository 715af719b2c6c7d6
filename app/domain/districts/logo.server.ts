/** The district's logo, which stands at the top of its public pages and its desk, and as an icon in browsers. */
import { done, refused, type Admin, type Context, type Outcome } from "../context.ts";
import type { EncodedPicture, SiteIcons } from "../files/picture.ts";
import { keepPicture } from "../files/pictures.server.ts";
import { changeSettings, type Saved, type SettingsForm } from "./settings.server.ts";

/** Without a `logo`, the one it has gets other words. */
export const setLogo = (
  ctx: Context<Admin>,
  { logo, alt, ...form }: SettingsForm & { logo: ({ picture: EncodedPicture } & SiteIcons) | null; alt: string },
): Promise<Outcome<Saved, "no_picture" | "changed_since_read">> =>
  changeSettings<"no_picture">(ctx, "profile", form, async (ctx, { logoId }) => {
    if (!logo) return logoId ? done({ columns: { logoAlt: alt } }) : refused("no_picture");
    const kept = {
      logoId: await keepPicture(ctx, logo.picture),
      faviconId: await keepPicture(ctx, logo.favicon),
      touchIconId: await keepPicture(ctx, logo.touchIcon),
    };
    return done({ columns: { ...kept, logoAlt: alt } });
  });

export const removeLogo = (ctx: Context<Admin>, form: SettingsForm): Promise<Outcome<Saved, "changed_since_read">> =>
  changeSettings(ctx, "profile", form, () =>
    Promise.resolve(done({ columns: { logoId: null, logoAlt: null, faviconId: null, touchIconId: null } })),
  );
