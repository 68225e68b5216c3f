# Rules, hooks and CI in a container: docker run --rm -v "$PWD:/workspace" reread check
FROM python:3.13-slim AS build
WORKDIR /source
COPY pyproject.toml setup.py README.md LICENSE ./
COPY analyzers analyzers
COPY rag rag
COPY server server
RUN python -m pip wheel --no-cache-dir --no-deps --wheel-dir /dist .

FROM python:3.13-slim
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /dist /dist
RUN python -m pip install --no-cache-dir --only-binary :all: /dist/*.whl
# The workspace belongs to somebody else, and Git reads it all the same: nothing of it runs here.
RUN useradd --create-home reread \
    && git config --system --add safe.directory /workspace
USER reread
WORKDIR /workspace
ENTRYPOINT ["reread"]
CMD ["check"]
