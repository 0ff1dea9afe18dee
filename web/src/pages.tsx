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

/** `title` is among the words of the first screen. */
interface OwnPage {
  title: string;
  Page: Later<object>;
}

const OWN_PAGES: Record<string, OwnPage> = {
  "/me": {
    title: "my-account",
    Page: later(async () => (await import("./accounts/my_account_page.tsx")).MyAccountPage, "me", "door", "mine"),
  },
  "/hours": {
    title: "my-hours",
    Page: later(async () => (await import("./dates/hours_page.tsx")).HoursPage, "hours", "mine"),
  },
  "/looking": {
    title: "looking",
    Page: later(async () => (await import("./matching/profiles/looking_page.tsx")).LookingPage, "profiles", "mine"),
  },
  "/invitations": {
    title: "invitations",
    Page: later(async () => (await import("./accounts/invitations_page.tsx")).InvitationsPage, "invitations"),
  },
  "/programmes": {
    title: "programmes",
    Page: later(
      async () => (await import("./programmes/programmes_page.tsx")).ProgrammesPage, "programmes", "invitations", "mine",
      "gatherings",
    ),
  },
  "/talk-with-team": {
    title: "want-talk",
    Page: later(async () => (await import("./mine/talk_page.tsx")).TalkPage, "mine"),
  },
  "/proposal": {
    title: "proposal-title",
    Page: later(async () => (await import("./matching/proposal_page.tsx")).ProposalPage, "matching", "mine"),
  },
  "/seen": { title: "team-sees", Page: later(async () => (await import("./mine/seen_page.tsx")).SeenPage, "mine") },
  "/gatherings": {
    title: "gathering",
    Page: later(async () => (await import("./mine/gathering_page.tsx")).GatheringPage, "mine", "gatherings"),
  },
  "/support": {
    title: "support-title",
    Page: later(async () => (await import("./mine/support_page.tsx")).SupportPage, "mine"),
  },
  "/alumni": {
    title: "alumni-title",
    Page: later(async () => (await import("./mine/alumni_page.tsx")).AlumniPage, "mine"),
  },
  "/my-page": {
    title: "public-page-title",
    Page: later(async () => (await import("./mine/public_page.tsx")).MyPublicPage, "mine"),
  },
  "/shown": {
    title: "shown-title",
    Page: later(async () => (await import("./mine/shown_page.tsx")).ShownPage, "mine", "things"),
  },
  "/reviews": {
    title: "reviews-page",
    Page: later(async () => (await import("./matching/selecting/reviews_page.tsx")).ReviewsPage, "matching/selecting", "mine"),
  },
  "/selection": {
    title: "selection-page",
    Page: later(
      async () => (await import("./matching/selecting/choosing_page.tsx")).ChoosingPage, "matching/selecting", "mine", "programmes",
    ),
  },
  "/changes": {
    title: "changes-title",
    Page: later(async () => (await import("./mine/changes_page.tsx")).ChangesPage, "mine"),
  },
};

/** Beside my rooms. What stands under a page's address is that page's too. */
export const ownPage = (address: string): OwnPage | undefined => OWN_PAGES[/^\/[a-z-]*/.exec(address)?.[0] ?? ""];
