# One file for every image: `backend` (API, worker, migrations) and `nginx` (pages and proxy).
# docker compose builds both; by hand: docker build --target backend -t quizmaster-backend .

FROM node:24.21.0-bookworm-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json ./
COPY backend/package.json backend/
COPY frontend/package.json frontend/

FROM manifests AS build
RUN npm ci --no-fund --no-audit
COPY tsconfig.base.json ./
COPY backend backend
COPY frontend frontend
RUN npm run build

# What runs: no tools, no pages, and no Postgres of its own (that is an optional package of `npm start`).
FROM manifests AS packages
RUN npm ci --omit=dev --omit=optional --workspace=@quizmaster/backend --no-fund --no-audit

FROM node:24.21.0-bookworm-slim AS backend
ENV NODE_ENV=production
WORKDIR /app/backend
COPY --from=packages /app/package.json /app/
COPY --from=packages /app/node_modules /app/node_modules
COPY --from=packages /app/backend/node_modules node_modules
COPY backend/package.json ./
COPY backend/scripts scripts
COPY backend/prisma prisma
COPY --from=build /app/backend/dist dist
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "dist/main.js"]

FROM debian:bookworm-slim AS nginx
RUN apt-get update \
  && apt-get install -y --no-install-recommends \
    ca-certificates curl nginx libnginx-mod-http-brotli-static libnginx-mod-http-js \
  && rm -rf /var/lib/apt/lists/* \
  && install -d -o www-data -g www-data /var/cache/quizmaster-nginx /run/quizmaster-nginx
COPY nginx /etc/quizmaster-nginx
COPY --from=build /app/frontend/dist /srv/quizmaster
USER www-data
EXPOSE 8080 8443
CMD ["/etc/quizmaster-nginx/entrypoint.sh", "/run/quizmaster-nginx/conf"]
