/** The screens that are fetched, with their words, when somebody goes there: by address. */
import { later, type Later } from "./ui/later.tsx";

export const SignInPage = later(async () => (await import("./accounts/sign_in.tsx")).SignInPage, "door");

/** Where mailed links lead: whoever has one may be nobody yet. */
export const LINK_PAGES: Record<string, Later<object>> = {
  "/set-up": later(async () => (await import("./accounts/set_up.tsx")).SetUpPage, "door"),
  "/invitation": later(async () => (await import("./accounts/invitation.tsx")).InvitationPage, "door"),
  "/reset": later(async () => (await import("./accounts/reset.tsx")).ResetPage, "door"),
  "/sign-in-link": later(async () => (await import("./accounts/sign_in_link.tsx")).SignInLinkPage, "door"),
  "/address": later(async () => (await import("./accounts/address.tsx")).AddressPage, "door"),
};

/** Beside my rooms. `title` is among the words of the first screen. */
export const OWN_PAGES: Record<string, { title: string; Page: Later<object> }> = {
  "/me": {
    title: "my-account",
    Page: later(async () => (await import("./accounts/my_account_page.tsx")).MyAccountPage, "me", "door"),
  },
  "/invitations": {
    title: "invitations",
    Page: later(async () => (await import("./accounts/invitations_page.tsx")).InvitationsPage, "invitations"),
  },
};
