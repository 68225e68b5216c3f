from pyramid.authentication import AuthTktAuthenticationPolicy
from pyramid.session import SignedCookieSessionFactory
from starlette.middleware.sessions import SessionMiddleware


def setup(app, key):
    # ruleid: insecure-cookie-session
    app.add_middleware(SessionMiddleware, secret_key=key)
    # ruleid: insecure-cookie-session
    SignedCookieSessionFactory(key)
    # ruleid: insecure-cookie-session
    SignedCookieSessionFactory(key, httponly=True, secure=True)
    # ruleid: insecure-cookie-session
    AuthTktAuthenticationPolicy(key, secure=True, http_only=True)
    # ok: insecure-cookie-session
    app.add_middleware(SessionMiddleware, secret_key=key, https_only=True)
    # ok: insecure-cookie-session
    SignedCookieSessionFactory(key, secure=True, httponly=True)
    # ok: insecure-cookie-session
    AuthTktAuthenticationPolicy(key, secure=True, http_only=True)
    # ok: insecure-cookie-session
    AuthTktAuthenticationPolicy(key, secure=True, httponly=True)
