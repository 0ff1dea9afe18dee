/** JSON, or the bytes of a file, over HTTP to our own origin: a result, a refusal with its code, or "can't be reached". */
import type { Problem, RefusalCode } from "./contract.ts";

export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = "Refused";
    this.problem = problem;
  }
}

export const isRefused = (error: unknown, ...codes: RefusalCode[]): boolean =>
  error instanceof Refused && codes.some((code) => code === error.problem.code);

/** No answer came, or none from our server: nobody knows whether the request was carried out. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

/** `lasting`: the request is finished even if the page is closed meanwhile. */
export type Http = <T>(
  method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: unknown, options?: { lasting?: boolean },
) => Promise<T>;

const PATIENCE_MS = 10_000;
/** For a file to arrive, and to be looked through. */
const BYTES_PATIENCE_MS = 60_000;

export function createHttp(send: typeof fetch = (...request) => fetch(...request)): Http {
  return async <T>(method: string, path: string, body?: unknown, { lasting = false } = {}): Promise<T> => {
    const response = await reach(send, method, path, body, lasting);
    const answer = await read(response);
    if (response.ok && answer !== undefined) return answer as T;
    if (isProblem(answer)) throw new Refused(answer);
    throw new Unreachable(`${response.status}`);
  };
}

async function reach(send: typeof fetch, method: string, path: string, body: unknown, lasting: boolean): Promise<Response> {
  const init: RequestInit = {
    method,
    keepalive: lasting,
    credentials: "same-origin",
    headers: { accept: "application/json" },
    signal: AbortSignal.timeout(body instanceof Blob ? BYTES_PATIENCE_MS : PATIENCE_MS),
  };
  if (body instanceof Blob) {
    init.body = body;
    init.headers = { ...init.headers, "content-type": "application/octet-stream" };
  } else if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { ...init.headers, "content-type": "application/json" };
  }
  try {
    return await send(`/api/v1${path}`, init);
  } catch (cause) {
    throw new Unreachable("no answer", { cause });
  }
}

async function read(response: Response): Promise<unknown> {
  try {
    const text = await response.text();
    return text === "" ? {} : JSON.parse(text);
  } catch {
    // Not ours: a proxy's page, or an answer cut in the middle. The caller treats it as no answer.
    return undefined;
  }
}

export function isProblem(answer: unknown): answer is Problem {
  return typeof answer === "object" && answer !== null && typeof (answer as Problem).code === "string";
}
