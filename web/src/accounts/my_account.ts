/** What I can change of my own account, and where I am signed in. */
import { signal, type ReadonlySignal } from "@preact/signals";

import type {
  ChangeAddress, ChangePassword, MailWishes, MyAccount as Facts, MyLogin, MyLogins, Reauthentication, RecoveryCodes,
  SecondFactorOffer,
} from "../contract.ts";
import type { Http } from "../http.ts";

export interface MyAccount {
  /** null until it was read, and while nothing can be reached. */
  readonly facts: ReadonlySignal<Facts | null>;
  /** This browser first, then the one that was used last. */
  readonly logins: ReadonlySignal<MyLogin[] | null>;
  /** Which mails I want besides those that have to be. */
  readonly mails: ReadonlySignal<MailWishes | null>;
  load(): Promise<void>;
  loadFacts(): Promise<void>;
  changePassword(form: ChangePassword): Promise<void>;
  changeAddress(form: ChangeAddress): Promise<void>;
  wishMails(wished: MailWishes): Promise<void>;
  endLogin(login: string): Promise<void>;
  endOtherLogins(): Promise<void>;
  /** Nothing is on before `confirmCodes`. */
  offerCodes(proof: Reauthentication): Promise<SecondFactorOffer>;
  /** Turns the second step on; gives the recovery codes, this once. */
  confirmCodes(code: string): Promise<string[]>;
  newRecoveryCodes(proof: Reauthentication): Promise<string[]>;
  endCodes(proof: Reauthentication): Promise<void>;
}

export function createMyAccount(http: Http): MyAccount {
  const facts = signal<Facts | null>(null);
  const logins = signal<MyLogin[] | null>(null);
  const mails = signal<MailWishes | null>(null);

  async function loadFacts(): Promise<void> {
    facts.value = await http<Facts>("GET", "/me/account");
  }

  async function loadLogins(): Promise<void> {
    const mine = (await http<MyLogins>("GET", "/me/logins")).logins;
    logins.value = [...mine.filter((login) => login.this), ...mine.filter((login) => !login.this)];
  }

  async function loadMails(): Promise<void> {
    mails.value = await http<MailWishes>("GET", "/me/mail");
  }

  return {
    facts,
    logins,
    mails,
    loadFacts,
    load: async () => void (await Promise.all([loadFacts(), loadLogins(), loadMails()])),
    async wishMails(wished) {
      mails.value = await http<MailWishes>("PUT", "/me/mail", wished);
    },
    async changePassword(form) {
      await http("PUT", "/me/password", form);
      await Promise.all([loadFacts(), loadLogins()]);
    },
    async changeAddress(form) {
      await http("POST", "/me/address", form);
      await loadFacts();
    },
    async endLogin(login) {
      await http("DELETE", `/me/logins/${encodeURIComponent(login)}`);
      await loadLogins();
    },
    async endOtherLogins() {
      await http("DELETE", "/me/logins");
      await loadLogins();
    },
    offerCodes: (proof) => http<SecondFactorOffer>("POST", "/me/second-factor", proof),
    async confirmCodes(code) {
      const { codes } = await http<RecoveryCodes>("POST", "/me/second-factor/confirm", { code });
      await loadFacts();
      return codes;
    },
    async newRecoveryCodes(proof) {
      const { codes } = await http<RecoveryCodes>("POST", "/me/second-factor/codes", proof);
      await loadFacts();
      return codes;
    },
    async endCodes(proof) {
      await http("POST", "/me/second-factor/end", proof);
      await loadFacts();
    },
  };
}
