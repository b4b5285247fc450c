import { sleep } from 'k6';
import { LOGIN_ROUTE, ROUTES, send } from './api.js';
import { visitors } from './students.js';

/**
 * Signs in by the password and opens the account: the one virtual user whose password is really checked, every two
 * seconds. All others bring a session that was made before, or hashing passwords would be all that is measured.
 */
export function signIn() {
  const response = send(LOGIN_ROUTE, '/api/auth/login', { body: visitors().signIn, token: '' });
  const token = response.status === 200 ? String(response.json('accessToken')) : null;
  if (token !== null) send(ROUTES.me, '/api/auth/me', { token });
  sleep(2);
}
