import { postAuthLogin, postAuthRegister } from '../../../lib/api/generated/sdk.gen';
import type { LoginRequest, RegisterRequest } from '../../../lib/api/generated/types.gen';
import { session } from '../../../lib/http/browser-session';

export async function logIn(body: LoginRequest): Promise<void> {
  session.adopt(await postAuthLogin({ body }));
}

export async function register(body: RegisterRequest): Promise<void> {
  session.adopt(await postAuthRegister({ body }));
}
