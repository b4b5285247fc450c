import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { onPath } from './redis-server.mjs';

/** Where Debian's packages put what nginx loads. */
const MODULES = '/usr/lib/nginx/modules';
const NEEDED = [
  ['ngx_http_brotli_static_module.so', 'libnginx-mod-http-brotli-static'],
  ['ngx_http_js_module.so', 'libnginx-mod-http-js'],
];

export const MISSING_FOR_NGINX =
  'On Debian: apt install nginx libnginx-mod-http-brotli-static libnginx-mod-http-js openssl.';

/** The programs and modules that the tests behind nginx need and this machine lacks. */
export function missingForNginx() {
  const programs = ['nginx', 'openssl'].filter((name) => !onPath([name]));
  const modules = NEEDED.filter(([file = '']) => !existsSync(join(MODULES, file)));
  return [...programs, ...modules.map(([, name]) => name)];
}
