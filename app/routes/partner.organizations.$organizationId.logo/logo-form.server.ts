import { ProfileChange } from "#app/domain/organizations/profile.ts";
import { pictureField } from "#app/http/picture-form.server.ts";

export const LogoForm = ProfileChange.extend({ picture: pictureField });
