from pyramid.authentication import AuthTktAuthenticationPolicy
from pyramid.session import SignedCookieSessionFactory
from starlette.middleware.sessions import SessionMiddleware


def setup(app, key):
    # ruleid: session-middleware-insecure-cookie
    app.add_middleware(SessionMiddleware, secret_key=key)
    # ruleid: session-middleware-insecure-cookie
    SignedCookieSessionFactory(key)
    # ruleid: session-middleware-insecure-cookie
    SignedCookieSessionFactory(key, httponly=True, secure=True)
    # ruleid: session-middleware-insecure-cookie
    AuthTktAuthenticationPolicy(key, secure=True, http_only=True)
    # ok: session-middleware-insecure-cookie
    app.add_middleware(SessionMiddleware, secret_key=key, https_only=True)
    # ok: session-middleware-insecure-cookie
    SignedCookieSessionFactory(key, secure=True, httponly=True)
    # ok: session-middleware-insecure-cookie
    AuthTktAuthenticationPolicy(key, secure=True, http_only=True)
    # ok: session-middleware-insecure-cookie
    AuthTktAuthenticationPolicy(key, secure=True, httponly=True)
