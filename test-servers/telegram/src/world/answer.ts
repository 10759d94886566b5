import type { Connection } from "../mtproto/connection.ts";
import { RpcError } from "../mtproto/rpc-error.ts";
import type { TlObject } from "../tl/fields.ts";
import { chatIn } from "./call.ts";
import { config } from "./config.ts";
import { LoginMethods, selfObject } from "./login.ts";
import { methods } from "./methods.ts";
import type { World } from "./world.ts";

/** What a method of a test knows of the call. */
export interface MethodContext {
  /** The account that calls; undefined before its log-in. */
  readonly accountId: string | undefined;
  /** The chat id that an input peer of the request means, e.g. "42" or "-1000000000123". */
  readonly chatIdOf: (peer: TlObject) => string;
}

/**
 * Answers a call with what its method returns: a TL object, a list or a boolean, in the names of the TL schema. A
 * rejection with an `RpcError` is the error that the client gets.
 */
export type Method = (request: TlObject, context: MethodContext) => unknown;

interface AnswerOptions {
  readonly world: World;
  /** Come before the server's own. */
  readonly added: Readonly<Record<string, Method>>;
  /** Every call as it comes. */
  readonly onRequest: (request: TlObject) => void;
  readonly port: () => number;
}

/** What becomes of a call: a fault that is planned for it, or its method. */
export function createAnswer({ world, added, onRequest, port }: AnswerOptions) {
  const logins = new LoginMethods(world);

  return async (request: TlObject, connection: Connection): Promise<unknown> => {
    onRequest(request);
    const { login = "", device } = connection;
    if (device !== undefined) world.logins.noteDevice(login, device);
    return world.faults.apply(
      request._,
      () => answer(request, login),
      () => connection.drop(),
    );
  };

  function answer(request: TlObject, login: string): unknown {
    const account = world.logins.accountOf(login);
    const method = added[request._];
    if (method)
      return method(request, {
        accountId: account?.options.id,
        chatIdOf(peer) {
          if (!account) throw new RpcError(401, "AUTH_KEY_UNREGISTERED");
          return chatIn({ request, account, login }, peer);
        },
      });
    if (request._ === "help.getConfig") return config(port());
    const step = logins.answer(request, login);
    if (step && "reply" in step) return step.reply;
    if (step) {
      world.logins.add(login, step.account);
      return { _: "auth.authorization", user: selfObject(step.account, login) };
    }
    if (!account) throw new RpcError(401, "AUTH_KEY_UNREGISTERED");
    const own = methods[request._];
    if (!own) throw new RpcError(400, `METHOD_NOT_KNOWN_HERE_${request._}`);
    return own({ request, account, login }, world);
  }
}
