import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NginxSite } from '../support/nginx-site.js';
import { rawAsk } from '../support/raw-ask.js';

const RACING = 300;
const ALLOWED = 100;
const ALLOWED_SIGNED_IN = 60;
/** The student's registration, of the same address. */
const REGISTERED = 1;

describe('three API processes behind nginx, under the limits of production', () => {
  let site: NginxSite;
  let token: string;
  beforeAll(async () => {
    // Empty is not set: the limits as they are where nobody says otherwise.
    site = await NginxSite.open({
      apis: 3,
      env: { RATE_LIMIT_ANONYMOUS: '', RATE_LIMIT_API: '' },
    });
    ({ token } = await site.student());
  });
  afterAll(() => site.close());

  const race = async (headers: (index: number) => Record<string, string>) => {
    const replies = await Promise.all(
      Array.from({ length: RACING }, (_, index) =>
        rawAsk(site.url, '/api/auth/me', { headers: headers(index) }),
      ),
    );
    return replies.map(({ status }) => status);
  };

  it('let exactly 100 of one address pass of 300 that race, whatever address each claims', async () => {
    const statuses = await race((index) => ({
      'x-forwarded-for': `203.0.113.${index % 250}, 198.51.100.1`,
      'x-real-ip': `203.0.113.${index % 250}`,
    }));
    expect(statuses.filter((status) => status === 401)).toHaveLength(ALLOWED - REGISTERED);
    expect(statuses.filter((status) => status === 429)).toHaveLength(RACING - ALLOWED + REGISTERED);
  });

  it('let exactly 60 of one user pass of 300 that race', async () => {
    const statuses = await race(() => ({ authorization: `Bearer ${token}` }));
    expect(statuses.filter((status) => status === 200)).toHaveLength(ALLOWED_SIGNED_IN);
    expect(statuses.filter((status) => status === 429)).toHaveLength(RACING - ALLOWED_SIGNED_IN);
  });
});
