import type { ApiEnv } from './env.schema.js';
import { SharedConfig } from './shared.config.js';

/** Settings of the API process. */
export class ApiConfig extends SharedConfig {
  constructor(protected override readonly env: ApiEnv) {
    super(env);
  }

  readonly http = {
    host: this.env.HOST,
    port: this.env.PORT,
    trustProxyHops: this.env.TRUST_PROXY_HOPS,
    spaDirectory: this.env.SPA_DIR,
  };
  readonly auth = {
    jwtSecret: this.env.JWT_SECRET,
    accessTokenSeconds: this.env.ACCESS_TOKEN_SECONDS,
    refreshTokenDays: this.env.REFRESH_TOKEN_DAYS,
    refreshGraceSeconds: 20,
  };
  readonly rateLimit = {
    enabled: this.env.RATE_LIMIT_ENABLED,
    anonymous: this.env.RATE_LIMIT_ANONYMOUS,
    api: this.env.RATE_LIMIT_API,
    login: this.env.RATE_LIMIT_LOGIN,
    loginAddress: this.env.RATE_LIMIT_LOGIN_ADDRESS,
    register: this.env.RATE_LIMIT_REGISTER,
    session: this.env.RATE_LIMIT_SESSION,
    submit: this.env.RATE_LIMIT_SUBMIT,
    events: this.env.RATE_LIMIT_EVENTS,
    poll: this.env.RATE_LIMIT_POLL,
    media: this.env.RATE_LIMIT_MEDIA,
    health: this.env.RATE_LIMIT_HEALTH,
    clientReport: this.env.RATE_LIMIT_CLIENT_REPORT,
    uploadBatchesPerHour: this.env.RATE_LIMIT_UPLOAD,
    autosave: {
      burst: this.env.RATE_LIMIT_AUTOSAVE_BURST,
      refillSeconds: this.env.RATE_LIMIT_AUTOSAVE_REFILL_SECONDS,
      perUserAndMinute: this.env.RATE_LIMIT_AUTOSAVE_USER,
    },
  };
}
