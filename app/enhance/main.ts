/**
 * The public pages' only script. Every page is complete without it: it opens the filters as a sheet on a phone, renews
 * the list in place, suggests while one types, saves listings, copies a link, prints, lets a password be looked at, and
 * shows signed-in people the way to their desk.
 */
import { showAccount } from "./account.ts";
import { openFiltersAsSheet } from "./filter-sheet.ts";
import { leadBack } from "./lead-back.ts";
import { renewList } from "./live-list.ts";
import { showSavedHere } from "./saved-here.ts";
import { saveListings } from "./saved.ts";
import { copyAndPrint } from "./share.ts";
import { showPasswords } from "./show-passwords.ts";
import { suggestWhileTyping } from "./suggest.ts";

document.documentElement.classList.add("js");
document.querySelector<HTMLElement>("[data-focus]")?.focus();
openFiltersAsSheet();
renewList();
suggestWhileTyping();
copyAndPrint();
showPasswords();
leadBack();
showAccount();
saveListings();
showSavedHere();
