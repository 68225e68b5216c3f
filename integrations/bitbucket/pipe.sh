#!/bin/sh
# A step of pull requests in bitbucket-pipelines.yml. BITBUCKET_TOKEN is a secured variable: a repository access token
# that may write pull requests.
set -eu
python3 -m pip install --quiet 'reread[pr]'
# shellcheck disable=SC2086 # Several arguments.
exec reread pr post ${REREAD_ARGUMENTS:---no-model}
