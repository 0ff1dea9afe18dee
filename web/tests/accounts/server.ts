/** A server in a page: answers by method and path, and keeps what it was asked. */
import { Refused, Unreachable, type Http } from "../../src/http.ts";
import type { RefusalCode } from "../../src/contract.ts";

export type Answer = (body: unknown) => unknown;

export interface FakeServer {
  http: Http;
  /** `POST /login` and the like, with their bodies. */
  asked: [door: string, body: unknown][];
  answers: Record<string, Answer>;
}

export function fakeServer(answers: Record<string, Answer> = {}): FakeServer {
  const asked: [string, unknown][] = [];
  const http: Http = async <T>(method: string, path: string, body?: unknown) => {
    const door = `${method} ${path}`;
    asked.push([door, body]);
    const answer = answers[door];
    if (!answer) throw new Unreachable(door);
    return (await answer(body)) as T;
  };
  return { http, asked, answers };
}

export function refuse(code: RefusalCode): never {
  throw new Refused({ code, title: code });
}
