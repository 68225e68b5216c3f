FROM node:20@sha256:0a1b2c AS build
ENV A=1 B=2
USER root
RUN pnpm add left
RUN set -e && pnpm add left \
    && pnpm prune
RUN wget -q x | tar x
RUN make || make again
RUN pnpm
RUN a; b
RUN echo $(date) > now
# A comment between.
FROM node:20
RUN --mount=type=cache,target=/c pnpm add a "b c" && \
    # within
    ls
USER app
CMD serve now
FROM scratch
CMD ["serve", "now"]
CMD serve
ENTRYPOINT ["serve"]
