"""Taint in state that all handlers of a request share: flask's `g`, `res.locals`, `ctx.state`."""

import pytest

from tests.analyzers.taint.taint_cases import assert_flows, engine, rule

PYTHON = """
from flask import g
@app.before_request
def load():
    g.name = source()
    g.fixed = "x"
    g.request_id = 1
@app.route("/")
def view():
    sink(g.name)  # BAD
    sink(g.fixed)
    sink(flask.g.name)  # BAD
def middleware(request):
    request.state.user = source()
def other(request):
    sink(request.state.user)  # BAD
    sink(request.state.else_)
"""

JAVASCRIPT = """
app.use((req, res, next) => {
  res.locals.user = source();
  res.locals.fixed = "x";
  next();
});
app.get("/", (req, res) => {
  sink(res.locals.user); // BAD
  sink(res.locals.fixed);
  const { user } = res.locals;
  sink(user); // BAD
});
function handler(req, response) {
  sink(response.locals.user); // BAD
  sink(this.locals.user);
}
function setup(router) {
  router.use(async (ctx, next) => { ctx.state.q = source(); await next(); });
  router.get("/", (ctx) => { sink(ctx.state.q); // BAD
  });
}
function later(ctx) {
  sink(ctx.state.q); // BAD
  sink(ctx.state.r);
}
"""


@pytest.mark.parametrize(("language", "code"), [("python", PYTHON), ("javascript", JAVASCRIPT), ("tsx", JAVASCRIPT)])
def test_request_state_written_by_one_handler_reaches_the_others(language, code):
    name = "typescript" if language == "tsx" else language
    assert_flows(engine(rule(name)), code, language)


def test_another_key_of_the_request_state_is_not_tainted():
    code = "def a(request):\n    request.state.x = source()\ndef b(request):\n    sink(request.state.y)\n"
    assert_flows(engine(rule()), code)
